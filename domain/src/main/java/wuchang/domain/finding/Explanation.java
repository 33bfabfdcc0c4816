package wuchang.domain.finding;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import wuchang.domain.DeviceId;
import wuchang.domain.Quantity;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.reading.Reading;

/**
 * Why a rule did or did not fire on a device at an instant: its past judged again up to then.
 *
 * @param state what could be said at that instant
 * @param version names the parameters in force; the same parameters have the same
 * @param parameters the values in force on this device
 * @param steps how far each severity had come, weakest first; none when the rule is not in force
 * @param readings the newest value of each metric the rule looks at
 * @param episode the episode that was open
 */
public record Explanation(
    DeviceId device,
    RuleId rule,
    Instant at,
    EvidenceState state,
    String version,
    Map<String, Quantity> parameters,
    List<Step> steps,
    List<Reading> readings,
    Optional<Episode> episode) {

  /** What decided, from the least to the most that can be said of a breach. */
  public enum Clause {
    /** Disabled, of another kind of device, or the device lacks what it needs. */
    NOT_IN_FORCE,
    RIGHT,
    /** Between the limit and the limit at which it is clearly right again. */
    BETWEEN,
    /** Nothing good was ever heard that it could look at. */
    NEVER_HEARD,
    /** The last good value is too old. */
    NO_DATA,
    /** Was wrong when last heard; the clock stands still until there are data. */
    FROZEN,
    /** Wrong, and explained: the clock stands still. */
    EXCUSED,
    /** Wrong, for less than is tolerated. */
    TOLERATED,
    /** Right again, for less than it has to be. */
    SETTLING,
    FIRING;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One severity of the rule.
   *
   * @param wrongSince since when it is wrong
   * @param held for how long that was proven, without what is frozen
   * @param due when it fires, or is over, should nothing change
   * @param lastGood the newest observation that it believes
   * @param excuse what explains it, or did when it began
   * @param evidence what it rests on; empty when nothing is wrong
   */
  public record Step(
      Severity severity,
      Clause clause,
      Optional<Instant> wrongSince,
      Duration held,
      Duration tolerate,
      Duration settle,
      Optional<Instant> due,
      Optional<Instant> lastGood,
      Optional<String> excuse,
      Evidence evidence) {}

  public Explanation {
    parameters = Map.copyOf(parameters);
    steps = List.copyOf(steps);
    readings = List.copyOf(readings);
  }

  /** The step that decided: the one that had come furthest, the gravest of those. */
  public Optional<Step> decisive() {
    return steps.stream()
        .reduce((a, b) -> b.clause().ordinal() >= a.clause().ordinal() ? b : a)
        .map(
            furthest ->
                steps.stream()
                    .filter(step -> step.clause() == furthest.clause())
                    .reduce((a, b) -> isFiring(furthest) ? b : a)
                    .orElse(furthest));
  }

  /** The clause that decided. */
  public Clause clause() {
    return decisive().map(Step::clause).orElse(Clause.NOT_IN_FORCE);
  }

  private static boolean isFiring(Step step) {
    return step.clause() == Clause.FIRING || step.clause() == Clause.SETTLING;
  }
}
