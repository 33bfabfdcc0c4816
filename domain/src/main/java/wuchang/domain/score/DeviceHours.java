package wuchang.domain.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import wuchang.domain.DeviceId;

/**
 * The hours of a device in a month.
 *
 * @param expected since it was watched first
 * @param proven of them those with good data
 */
public record DeviceHours(DeviceId device, Duration expected, Duration proven) {
  private static final int DIGITS = 4;

  /** The share with good data, 0 to 1; rounded down, so never too good. */
  public BigDecimal coverage() {
    return share(proven, expected);
  }

  static BigDecimal share(Duration proven, Duration expected) {
    return expected.isZero()
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(proven.toMillis())
            .divide(BigDecimal.valueOf(expected.toMillis()), DIGITS, RoundingMode.DOWN);
  }
}
