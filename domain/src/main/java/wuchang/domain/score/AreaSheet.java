package wuchang.domain.score;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import wuchang.domain.AreaId;
import wuchang.domain.PersonId;
import wuchang.domain.Principle;

/**
 * All that the score of an area in a month follows from.
 *
 * @param responsible who answered for the area
 * @param expected the hours of its devices in the month
 * @param proven of them those with good data
 * @param poorest the device with the least of them: what it alone would have shown is not made up
 *     for by the others
 * @param falseAlarms incidents that cost nothing because nothing was wrong
 * @param suppressed incidents that cost nothing because something else was the cause
 */
public record AreaSheet(
    AreaId area,
    Optional<PersonId> responsible,
    Duration expected,
    Duration proven,
    Optional<DeviceHours> poorest,
    List<Deduction> deductions,
    int falseAlarms,
    int suppressed) {
  public AreaSheet {
    deductions = List.copyOf(deductions);
  }

  /** The share of the expected hours with good data, 0 to 1; rounded down, so never too good. */
  public BigDecimal coverage() {
    return DeviceHours.share(proven, expected);
  }

  /** What is left of a 常: never less than nothing. */
  public BigDecimal points(Principle principle, ScoreWeights weights) {
    BigDecimal lost =
        deductions.stream()
            .filter(deduction -> deduction.principle() == principle)
            .map(Deduction::points)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return weights.each().subtract(lost).max(BigDecimal.ZERO);
  }

  /** Whether so much is proven, of each device, that a score can be given. */
  public boolean isIssued(ScoreWeights weights) {
    return coverage().compareTo(weights.issuedFrom()) >= 0 && lacking(weights).isEmpty();
  }

  /** The device of which so little is known that no score can be given. */
  public Optional<DeviceHours> lacking(ScoreWeights weights) {
    return poorest.filter(device -> device.coverage().compareTo(weights.issuedFrom()) < 0);
  }
}
