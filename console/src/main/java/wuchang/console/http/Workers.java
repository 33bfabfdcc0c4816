package wuchang.console.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads for what blocks, with a bound on what waits for them: more is answered with 503 at once
 * instead of piling up. A pool for each kind of work, so that a database that hangs does not keep
 * people from signing in and passwords being hashed do not keep the page from loading.
 */
final class Workers implements AutoCloseable {
  private final WorkerExecutor pool;
  private final int most;
  private final AtomicInteger pending = new AtomicInteger();

  Workers(Vertx vertx, String name, int threads, int most) {
    this.pool = vertx.createSharedWorkerExecutor("console-" + name, threads);
    this.most = most;
  }

  <T> Future<T> run(Callable<T> work) {
    if (pending.incrementAndGet() > most) {
      pending.decrementAndGet();
      return Future.failedFuture(HttpProblem.of(503, "busy", "too much at once; try again"));
    }
    return pool.executeBlocking(work, false).onComplete(done -> pending.decrementAndGet());
  }

  @Override
  public void close() {
    pool.close();
  }
}
