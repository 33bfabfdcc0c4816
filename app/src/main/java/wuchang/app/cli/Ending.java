package wuchang.app.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/**
 * How the process ends. A signal (Ctrl-C, SIGTERM) interrupts a one-shot command, exit code 130; a
 * server stops cleanly on it, exit code 0. Without this the JVM would answer 130 or 143 for both.
 */
public final class Ending {
  private final PrintWriter err;
  private final IntConsumer exit;
  private final IntConsumer halt;
  private final AtomicReference<Optional<Runnable>> stop = new AtomicReference<>(Optional.empty());
  private volatile boolean ended;

  /** {@code exit} runs the shutdown hooks, {@code halt} ends the process from within one. */
  Ending(PrintWriter err, IntConsumer exit, IntConsumer halt) {
    this.err = err;
    this.exit = exit;
    this.halt = halt;
  }

  /** To be called once, first of all: listens for signals from then on. */
  public static Ending install(Output output) {
    Runtime runtime = Runtime.getRuntime();
    Ending ending = new Ending(output.err(), runtime::exit, runtime::halt);
    runtime.addShutdownHook(new Thread(ending::interrupted, "ending"));
    return ending;
  }

  /** From here on a signal runs {@code stop}, which returns when all is stopped. */
  public void cleanlyBy(Runnable stop) {
    this.stop.set(Optional.of(stop));
  }

  /** The command has ended by itself; ends the process. */
  public void exit(int exitCode) {
    ended = true;
    exit.accept(exitCode);
  }

  /** Runs when the process ends for whatever reason. */
  void interrupted() {
    if (!ended) {
      halt.accept(stop.get().map(this::exitCode).orElse(ExitCode.INTERRUPTED));
    }
  }

  private int exitCode(Runnable stop) {
    try {
      stop.run();
      return ExitCode.DONE;
    } catch (RuntimeException e) {
      err.println("wuchang: could not stop cleanly: " + e);
      return ExitCode.FAILED;
    }
  }
}
