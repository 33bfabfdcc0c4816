package wuchang.rules.kind;

import java.time.Instant;
import java.util.Optional;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.domain.record.RecordKind;
import wuchang.rules.cycle.Progress;
import wuchang.rules.cycle.Recogniser;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;
import wuchang.rules.schedule.MealWindows;
import wuchang.rules.schedule.MealWindows.Span;
import wuchang.rules.schedule.ServiceDays;

/**
 * Disinfection that has not been done for a meal, from so long before its service to the service's
 * end. Only a proven cycle counts as done; an unproven one is told, and counts for neither.
 *
 * @param services of the meals it must be done for
 * @param opens from so many milliseconds before a service on a cycle is for it
 * @param lead so many milliseconds before the service it must be done
 * @param times how many cycles there must be
 * @param outbreak how many times as many while an outbreak is on record (A31)
 * @param doubts with so many unproven cycles, or silences that may have hidden one, it is still
 *     claimed that it was not done
 */
public record MissingCycle(
    Recogniser recogniser,
    MealWindows services,
    long opens,
    long lead,
    int times,
    int outbreak,
    int doubts,
    ServiceDays days)
    implements Kind<MissingCycle.Known> {
  /** How far the device has come, and from when until when there is an outbreak. */
  public record Known(Progress progress, long from, long until) {
    private static final long NONE = Long.MIN_VALUE;
  }

  @Override
  public Known blank(long from) {
    return new Known(recogniser.blank(), Known.NONE, Known.NONE);
  }

  @Override
  public boolean wants(Metric metric) {
    return recogniser.wants(metric);
  }

  @Override
  public boolean wants(RecordKind kind) {
    return outbreak > 1 && kind == RecordKind.OUTBREAK;
  }

  @Override
  public boolean refreshedBy(Metric metric) {
    return recogniser.proves(metric);
  }

  @Override
  public Known remember(Known was, Observation observation) {
    return observation instanceof BookEntry entry
        ? declared(was.progress(), entry)
        : new Known(
            recogniser.after(was.progress(), (Reading) observation), was.from(), was.until());
  }

  /** An outbreak lasts to the end of the day that is said, or until another level is. */
  private Known declared(Progress progress, BookEntry entry) {
    if (!entry.fields().is("level", "outbreak")) {
      return new Known(progress, Known.NONE, Known.NONE);
    }
    long until =
        entry.fields().date("until").map(last -> days.begin(last.plusDays(1))).orElse(NEVER);
    return new Known(progress, entry.time().toEpochMilli(), until);
  }

  @Override
  public Verdict verdict(Known memory, long at) {
    Progress now = recogniser.at(memory.progress(), at);
    Optional<Span> lacking = lacking(memory, now, at);
    if (lacking.isEmpty()) {
      return Verdict.RIGHT;
    }
    long from = lacking.get().from() - opens;
    boolean seen = now.first() != Progress.NONE && now.first() <= from;
    return seen && doubts(now, from) <= doubts ? Verdict.CERTAIN : Verdict.UNKNOWN;
  }

  private static int doubts(Progress now, long from) {
    return now.unprovenSince(from) + (now.unseen() >= from ? 1 : 0);
  }

  @Override
  public long since(Known memory, long at) {
    return lacking(memory, recogniser.at(memory.progress(), at), at)
        .map(span -> span.from() - lead)
        .orElse(at);
  }

  @Override
  public long changes(Known memory, long at) {
    return Math.min(recogniser.changes(memory.progress(), at), services.nextChange(at, lead));
  }

  @Override
  public Evidence evidence(Known memory, long at) {
    Progress now = recogniser.at(memory.progress(), at);
    return lacking(memory, now, at).map(service -> evidence(now, service)).orElse(Evidence.NONE);
  }

  private Evidence evidence(Progress now, Span service) {
    long from = service.from() - opens;
    Evidence evidence =
        Evidence.NONE
            .with("fault", "cycle_missing")
            .with("service", Instant.ofEpochMilli(service.from()))
            .with("proven", now.provenSince(from))
            .with("unproven", doubts(now, from));
    return now.last()
        .map(
            last ->
                evidence
                    .with("last_cycle", Instant.ofEpochMilli(last.start()))
                    .with("last_verdict", last.verdict().word()))
        .orElse(evidence);
  }

  /** The first of the services, near or going on, for which too little was done. */
  private Optional<Span> lacking(Known known, Progress now, long at) {
    for (Span service : services.around(at, lead)) {
      boolean more = service.from() >= known.from() && service.from() < known.until();
      if (now.provenSince(service.from() - opens) < (more ? times * outbreak : times)) {
        return Optional.of(service);
      }
    }
    return Optional.empty();
  }
}
