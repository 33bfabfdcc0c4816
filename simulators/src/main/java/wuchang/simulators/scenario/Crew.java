package wuchang.simulators.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Some threads that do work together; what comes out does not depend on how many they are. */
public final class Crew implements AutoCloseable {
  private final int hands;
  private final ExecutorService others;

  /**
   * @param hands how many threads work, the one that hands the work in among them
   */
  public Crew(int hands) {
    this.hands = hands;
    this.others =
        Executors.newFixedThreadPool(
            Math.max(1, hands),
            task -> {
              Thread thread = new Thread(task, "simulation");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Does all tasks, in any order, and returns when they are done; begins none when the caller has
   * been interrupted, also where it would never have had to wait.
   */
  void all(List<Runnable> tasks) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("before the next tasks");
    }
    AtomicInteger next = new AtomicInteger();
    Runnable share =
        () -> {
          int task = next.getAndIncrement();
          while (task < tasks.size()) {
            tasks.get(task).run();
            task = next.getAndIncrement();
          }
        };
    List<Future<?>> shares = new ArrayList<>();
    for (int i = 1; i < Math.min(hands, tasks.size()); i++) {
      shares.add(others.submit(share));
    }
    share.run();
    for (Future<?> each : shares) {
      done(each);
    }
  }

  /** Begins a task beside the others. */
  <T> Future<T> aside(Callable<T> task) {
    return others.submit(task);
  }

  /** Waits for a task; what it gave, or throws what it threw. */
  static <T> T done(Future<T> task) throws InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException bug) {
        throw bug;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    others.shutdownNow();
  }
}
