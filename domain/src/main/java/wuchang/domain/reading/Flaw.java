package wuchang.domain.reading;

import java.util.Locale;

/** What is wrong with a reading, if anything; the quality follows from it. */
public enum Flaw {
  NONE(Quality.GOOD),
  /** The device's time was not believable; the arrival time stands in its place. */
  CLOCK_SKEW(Quality.SUSPECT),
  /** A retained message without a time of its own: the last known state, not news. */
  RETAINED(Quality.SUSPECT),
  /** A value by which a probe says that it is not there: 327.67, 85.0, −127. */
  SENTINEL(Quality.BAD),
  /** Outside what can be true for this kind of device. */
  OUT_OF_RANGE(Quality.BAD),
  /** Rose or fell faster than the thing measured can; found by the rules, which see the order. */
  JUMP(Quality.BAD),
  /** The device sent null, or said that it could not read; the value is NaN. */
  MISSING(Quality.BAD);

  private final Quality quality;

  Flaw(Quality quality) {
    this.quality = quality;
  }

  public Quality quality() {
    return quality;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
