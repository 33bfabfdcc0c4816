package wuchang.app.documents;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wuchang.domain.Bus;
import wuchang.domain.Tick;
import wuchang.domain.journal.History.StoreUnavailable;
import wuchang.domain.report.KeptDocuments.Entry;
import wuchang.domain.site.Site;
import wuchang.reports.Timetable;
import wuchang.reports.Timetable.Due;

/** Makes documents when they are due, keeps them and has them told. To be deployed as a worker. */
public final class ScheduleVerticle extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(ScheduleVerticle.class);

  private final Keeping keeping;
  private final Supplier<Site> site;
  private final Telling telling;
  private Optional<Instant> looked = Optional.empty();

  /**
   * @param telling hears of each version that was made
   */
  public ScheduleVerticle(Keeping keeping, Supplier<Site> site, Telling telling) {
    this.keeping = keeping;
    this.site = site;
    this.telling = telling;
  }

  @Override
  public Future<?> start() {
    vertx.eventBus().<Tick>localConsumer(Bus.TICK, tick -> tick(tick.body().now()));
    return Future.succeededFuture();
  }

  private void tick(Instant now) {
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    if (looked.filter(before -> !before.isBefore(minute)).isPresent()) {
      return;
    }
    telling.again(now);
    Timetable timetable = new Timetable(site.get().zone());
    List<Due> due =
        looked
            .map(before -> timetable.between(before, minute))
            .orElseGet(() -> timetable.nightly(LocalDate.ofInstant(minute, site.get().zone())));
    try {
      makeAll(due, now);
      looked = Optional.of(minute);
    } catch (StoreUnavailable e) {
      // Looked at again with the next minute: what was due stays due.
      LOG.warn("event=documents_postponed why=\"{}\"", e.getMessage());
    }
  }

  private void makeAll(List<Due> all, Instant now) {
    if (!all.isEmpty()) {
      Function<Due, Optional<Entry>> make = keeping.together(all);
      all.forEach(due -> make(due, make, now));
    }
  }

  private void make(Due due, Function<Due, Optional<Entry>> make, Instant now) {
    try {
      make.apply(due).ifPresent(entry -> made(entry, now));
    } catch (StoreUnavailable e) {
      throw e;
    } catch (RuntimeException e) {
      // One document that cannot be made does not keep the others from being made.
      LOG.error("event=document_failed kind={} day={}", due.kind().word(), due.day(), e);
    }
  }

  private void made(Entry entry, Instant now) {
    LOG.info(
        "event=document_made kind={} first={} version={}",
        entry.kind().word(),
        entry.first(),
        entry.version());
    telling.made(entry, now);
  }
}
