package wuchang.app.command;

import java.util.concurrent.CountDownLatch;
import wuchang.app.Closing;
import wuchang.app.cli.Ending;

/** Keeps something running until the process is asked to stop (SIGTERM, Ctrl-C). */
final class UntilStopped implements AutoCloseable {
  private final Closing running = new Closing();
  private final CountDownLatch stopped = new CountDownLatch(1);

  UntilStopped(Ending ending) {
    ending.cleanlyBy(this::close);
  }

  /** What is to be stopped, in reverse, when the time comes. */
  <T extends AutoCloseable> T add(String name, T part) {
    return running.add(name, part);
  }

  /** A start takes more memory than what follows; it is given back to the machine. */
  void await() throws InterruptedException {
    System.gc();
    stopped.await();
  }

  @Override
  public void close() {
    running.close();
    stopped.countDown();
  }
}
