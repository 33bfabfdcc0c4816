package wuchang.reports;

import java.time.Duration;
import java.util.List;
import wuchang.domain.finding.Coverage;
import wuchang.domain.finding.EvidenceState;

/**
 * For how much of a time something was proven right, proven wrong, or not proven at all. Over
 * several rules or devices each counts its own time.
 */
public record Proof(Duration compliant, Duration breach, Duration unproven) {
  public static final Proof NONE = new Proof(Duration.ZERO, Duration.ZERO, Duration.ZERO);

  /**
   * Of one rule on one device.
   *
   * @param rows its sums for days of that time
   * @param expected the whole of that time: what no sum covers is not proven
   */
  static Proof of(List<Coverage> rows, Duration expected) {
    Duration compliant = sum(rows.stream().map(Coverage::compliant).toList());
    Duration breach = sum(rows.stream().map(Coverage::breach).toList());
    Duration rest = expected.minus(compliant).minus(breach);
    Duration said = sum(rows.stream().map(Coverage::unproven).toList());
    return new Proof(compliant, breach, rest.compareTo(said) > 0 ? rest : said);
  }

  Proof and(Proof other) {
    return new Proof(
        compliant.plus(other.compliant), breach.plus(other.breach), unproven.plus(other.unproven));
  }

  Duration total() {
    return compliant.plus(breach).plus(unproven);
  }

  /** The share for which anything is proven, 0 to 1. */
  public double share() {
    return total().isZero() ? 0 : (double) compliant.plus(breach).toMillis() / total().toMillis();
  }

  /**
   * What can be said of the whole: compliant only when not a minute is unproven.
   *
   * @param wrong whether something is known to have been wrong, whatever the sums say
   */
  EvidenceState state(boolean wrong) {
    if (wrong || !breach.isZero()) {
      return EvidenceState.BREACH;
    }
    return unproven.isZero() && !compliant.isZero()
        ? EvidenceState.COMPLIANT
        : EvidenceState.UNPROVEN;
  }

  private static Duration sum(List<Duration> parts) {
    return parts.stream().reduce(Duration.ZERO, Duration::plus);
  }
}
