package wuchang.rules.cycle;

/**
 * What a device must do to disinfect, by its method (DOMAIN.md B3). Times in milliseconds,
 * temperatures in °C.
 *
 * @param target to be kept for {@code hold}
 * @param hold for how long without a break
 * @param warm above it a cycle has begun, below it one is over
 * @param rise so many kelvins warmer than before, so that dishes that warm the air again after the
 *     door was closed are no cycle
 * @param fall so many kelvins below its peak it is over
 * @param watts above it the heater, or lamp, is on; infinite where its rating is not known
 * @param door so long open, and it is interrupted
 * @param dead so long on without getting warmer, and the heater is dead
 * @param gap samples further apart prove nothing; a quarter of the hold
 */
public record CycleProfile(
    Means means,
    double target,
    long hold,
    double warm,
    double rise,
    double fall,
    double watts,
    long door,
    long dead,
    long gap) {
  /** What disinfects. */
  public enum Means {
    /** Heat, in a cabinet that stays shut until it has cooled, or is emptied hot. */
    HEAT,
    /** Hot water under a hood, which goes up at the end of every cycle. */
    RINSE,
    /** A lamp or a cell that is on for its time. */
    TIME
  }

  boolean isHeat() {
    return means != Means.TIME;
  }

  /** Whether the power of the device tells anything. */
  boolean knowsPower() {
    return watts < Double.POSITIVE_INFINITY;
  }
}
