package wuchang.embedded.postgres;

import java.util.concurrent.TimeUnit;

/** Processes under test. */
final class Processes {
  private static final long PATIENCE_SECONDS = 30;

  private Processes() {}

  /** Kills without warning and waits until it is gone. */
  static void kill(long pid) {
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    process.destroyForcibly();
    waitFor(process);
  }

  static void waitFor(ProcessHandle process) {
    try {
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("process " + process.pid() + " is still there", e);
    }
  }
}
