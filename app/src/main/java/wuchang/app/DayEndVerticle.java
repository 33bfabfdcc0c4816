package wuchang.app;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.function.Supplier;
import wuchang.domain.Bus;
import wuchang.domain.Tick;
import wuchang.domain.journal.Journal;
import wuchang.domain.journal.Journal.Reader;
import wuchang.domain.site.Site;
import wuchang.store.JdbcChain;

/** Chains the rows of days that are over, as time passes. To be deployed as a worker. */
final class DayEndVerticle extends VerticleBase {
  private final DayEnd dayEnd;

  DayEndVerticle(JdbcChain chain, Journal journal, Supplier<Site> site) {
    this.dayEnd =
        new DayEnd(
            chain::close,
            journal::end,
            () -> journal.position(Reader.STORE),
            () -> site.get().zone());
  }

  @Override
  public Future<?> start() {
    vertx.eventBus().<Tick>localConsumer(Bus.TICK, tick -> dayEnd.at(tick.body().now()));
    return Future.succeededFuture();
  }
}
