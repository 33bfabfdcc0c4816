package wuchang.domain.finding;

import java.time.Duration;
import java.time.LocalDate;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;

/**
 * For how much of a period a device was proven to keep a rule, for how much it broke it, and for
 * how much nothing is proven: no data, old data, or data that is not believed. Together they are
 * the period, or as much of it as is over. Of each instant counts what was known by then from
 * readings with that time or earlier, whenever they arrived.
 *
 * @param breach while an episode was open: from when tolerance ended until it had settled, but for
 *     what passed without data
 */
public record Coverage(
    Period period,
    DeviceId device,
    RuleId rule,
    Duration compliant,
    Duration breach,
    Duration unproven) {
  /**
   * A day of the site, or a shift.
   *
   * @param day the date of the site on which it begins
   * @param shift its times, as in {@code 22:00-05:00}; empty for the whole day
   */
  public record Period(LocalDate day, String shift) {
    public static Period of(LocalDate day) {
      return new Period(day, "");
    }

    public boolean isWholeDay() {
      return shift.isEmpty();
    }
  }

  /** What names it: a later sum for the same takes its place. */
  public record Key(Period period, DeviceId device, RuleId rule) {}

  public Key key() {
    return new Key(period, device, rule);
  }

  /** The period, as far as it is over. */
  public Duration total() {
    return compliant.plus(breach).plus(unproven);
  }
}
