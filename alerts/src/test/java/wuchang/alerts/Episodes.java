package wuchang.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wuchang.domain.Severity;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.finding.Episode;

/** Episodes that differ in one thing from another. */
public final class Episodes {
  private static final Set<String> BEGINS =
      Set.of("breached", "found_in_history", "found_over", "flapping", "back_within_a_month");

  private Episodes() {}

  public static Episode until(Episode e, Instant until) {
    return copy(e, e.severity(), e.since(), Optional.of(until), e.live());
  }

  public static Episode open(Episode e) {
    return copy(e, e.severity(), e.since(), Optional.empty(), e.live());
  }

  public static Episode since(Episode e, Instant since) {
    return copy(e, e.severity(), since, e.until(), e.live());
  }

  public static Episode severity(Episode e, Severity severity) {
    return copy(e, severity, e.since(), e.until(), e.live());
  }

  public static Episode live(Episode e, boolean live) {
    return copy(e, e.severity(), e.since(), e.until(), live);
  }

  /** How many episodes became alerts of their own, or one of before come back. */
  static long begun(List<AlertStep> steps) {
    return steps.stream().filter(step -> BEGINS.contains(step.why())).count();
  }

  private static Episode copy(
      Episode e, Severity severity, Instant since, Optional<Instant> until, boolean live) {
    return new Episode(
        e.rule(),
        e.device(),
        severity,
        since,
        e.raisedAt(),
        until,
        e.evidence(),
        e.steps(),
        e.frozen(),
        live);
  }
}
