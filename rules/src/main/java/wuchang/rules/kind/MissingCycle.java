package wuchang.rules.kind;

import java.time.Instant;
import java.util.Optional;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.rules.cycle.Progress;
import wuchang.rules.cycle.Recogniser;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;
import wuchang.rules.schedule.MealWindows;
import wuchang.rules.schedule.MealWindows.Span;

/**
 * Disinfection that has not been done for a meal, from so long before its service to the service's
 * end. Only a proven cycle counts as done; an unproven one is told, and counts for neither.
 *
 * @param services of the meals it must be done for
 * @param opens from so many milliseconds before a service on a cycle is for it
 * @param lead so many milliseconds before the service it must be done
 * @param times how many cycles there must be: an outbreak asks for twice as many
 * @param doubts with so many unproven cycles, or silences that may have hidden one, it is still
 *     claimed that it was not done
 */
public record MissingCycle(
    Recogniser recogniser, MealWindows services, long opens, long lead, int times, int doubts)
    implements Kind<Progress> {
  @Override
  public Progress blank(long from) {
    return recogniser.blank();
  }

  @Override
  public boolean wants(Metric metric) {
    return recogniser.wants(metric);
  }

  @Override
  public boolean refreshedBy(Metric metric) {
    return recogniser.proves(metric);
  }

  @Override
  public Progress remember(Progress was, Observation observation) {
    return recogniser.after(was, (Reading) observation);
  }

  @Override
  public Verdict verdict(Progress memory, long at) {
    Progress now = recogniser.at(memory, at);
    Optional<Span> lacking = lacking(now, at);
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
  public long since(Progress memory, long at) {
    return lacking(recogniser.at(memory, at), at).map(span -> span.from() - lead).orElse(at);
  }

  @Override
  public long changes(Progress memory, long at) {
    return Math.min(recogniser.changes(memory, at), services.nextChange(at, lead));
  }

  @Override
  public Evidence evidence(Progress memory, long at) {
    Progress now = recogniser.at(memory, at);
    return lacking(now, at).map(service -> evidence(now, service)).orElse(Evidence.NONE);
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
  private Optional<Span> lacking(Progress now, long at) {
    for (Span service : services.around(at, lead)) {
      if (now.provenSince(service.from() - opens) < times) {
        return Optional.of(service);
      }
    }
    return Optional.empty();
  }
}
