package wuchang.rules.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import wuchang.domain.DeviceId;
import wuchang.domain.Quantity;
import wuchang.domain.Unit;
import wuchang.domain.cycle.Cycle;

/**
 * A cycle that is over.
 *
 * @param start epoch milliseconds
 * @param end epoch milliseconds
 * @param maximum °C; NaN where it is not heat that disinfects
 * @param held milliseconds at the target, or on, without a break
 * @param proven when it had been held for long enough, or {@link Progress#NONE}
 */
public record Ended(
    long start,
    long end,
    double maximum,
    long held,
    long proven,
    Cycle.Verdict verdict,
    Cycle.Reason reason) {
  public boolean isEffective() {
    return verdict == Cycle.Verdict.EFFECTIVE;
  }

  /** As the other stages know it. */
  public Cycle of(DeviceId device, CycleProfile profile) {
    return new Cycle(
        device,
        Instant.ofEpochMilli(start),
        Instant.ofEpochMilli(end),
        Double.isNaN(maximum) ? Optional.empty() : Optional.of(Quantity.of(maximum, Unit.CELSIUS)),
        Duration.ofMillis(held),
        Duration.ofMillis(profile.hold()),
        verdict,
        reason);
  }
}
