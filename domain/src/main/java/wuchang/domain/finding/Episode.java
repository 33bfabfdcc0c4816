package wuchang.domain.finding;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;

/**
 * One stretch of time in which a device broke a rule. (rule, device, since) names it.
 *
 * @param severity the highest reached so far
 * @param since when it began to be wrong
 * @param raisedAt when tolerance ended, in event time: since + tolerate + frozen
 * @param until when it was right again; empty while open
 * @param steps when each severity was reached, weakest first
 * @param frozen time without data that did not count towards {@code raisedAt}
 * @param live false when what completed it was marked as history
 */
public record Episode(
    RuleId rule,
    DeviceId device,
    Severity severity,
    Instant since,
    Instant raisedAt,
    Optional<Instant> until,
    Evidence evidence,
    List<Step> steps,
    Duration frozen,
    boolean live) {
  /** A severity and when it was reached. */
  public record Step(Severity severity, Instant at) {}

  public Episode {
    steps = List.copyOf(steps);
  }

  public boolean isOpen() {
    return until.isEmpty();
  }

  /** The same, at a higher severity reached at an instant, with what showed it. */
  public Episode worsened(Step step, Evidence shown) {
    List<Step> more = new ArrayList<>(steps);
    more.add(step);
    return new Episode(
        rule, device, step.severity(), since, raisedAt, until, shown, more, frozen, live);
  }

  /** The same, over. */
  public Episode ended(Instant at) {
    return new Episode(
        rule, device, severity, since, raisedAt, Optional.of(at), evidence, steps, frozen, live);
  }

  /** The same, known to be going on now. */
  public Episode confirmed() {
    return new Episode(
        rule, device, severity, since, raisedAt, until, evidence, steps, frozen, true);
  }
}
