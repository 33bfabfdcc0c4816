package wuchang.domain.score;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import wuchang.domain.Severity;

/**
 * The numbers of the score (DOMAIN.md B5, all of them [E]). A change is a new version; a published
 * month keeps the version it was made with.
 *
 * @param each points of a 常
 * @param cost of an incident by its severity
 * @param acknowledge so soon an incident must be acknowledged to be handled in time
 * @param handled times this when handled in time
 * @param repeated times this when it came again
 * @param often the incident of that number within {@code oftenWithin} is a repeat
 * @param again so soon after one was closed another of the same is a repeat
 * @param issuedFrom the least coverage, 0 to 1, for a score
 * @param wholeFrom the least coverage for more than {@code cap} points
 */
public record ScoreWeights(
    int version,
    BigDecimal each,
    Map<Severity, BigDecimal> cost,
    Map<Severity, Duration> acknowledge,
    BigDecimal handled,
    BigDecimal repeated,
    int often,
    Duration oftenWithin,
    Duration again,
    BigDecimal issuedFrom,
    BigDecimal wholeFrom,
    BigDecimal cap) {
  /** Those that hold now. */
  public static final ScoreWeights CURRENT =
      new ScoreWeights(
          1,
          new BigDecimal("20"),
          Map.of(
              Severity.NOTICE, new BigDecimal("0.2"),
              Severity.WARNING, new BigDecimal("0.5"),
              Severity.MAJOR, new BigDecimal("2"),
              Severity.CRITICAL, new BigDecimal("5")),
          Map.of(
              Severity.NOTICE, Duration.ofHours(24),
              Severity.WARNING, Duration.ofHours(8),
              Severity.MAJOR, Duration.ofMinutes(15),
              Severity.CRITICAL, Duration.ofMinutes(5)),
          new BigDecimal("0.5"),
          new BigDecimal("1.5"),
          3,
          Duration.ofDays(7),
          Duration.ofDays(30),
          new BigDecimal("0.70"),
          new BigDecimal("0.90"),
          new BigDecimal("89"));

  /**
   * Those of a version.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static ScoreWeights of(int version) {
    if (version != CURRENT.version()) {
      throw new IllegalArgumentException("there are no weights of version " + version);
    }
    return CURRENT;
  }

  public ScoreWeights {
    cost = Map.copyOf(cost);
    acknowledge = Map.copyOf(acknowledge);
  }

  /** How far back incidents must be known to tell which ones are repeats. */
  public Duration memory() {
    return again.compareTo(oftenWithin) > 0 ? again : oftenWithin;
  }
}
