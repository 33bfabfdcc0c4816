package wuchang.rules.cycle;

/**
 * What a device said last.
 *
 * @param celsius NaN before the first
 * @param at when the signal that proves a cycle came last: the temperature, or the lamp's
 * @param openSince since when the door has been open
 * @param aired whether it has been open for so long that nothing in there is kept
 * @param watts NaN where it is not heard
 * @param metered when that was heard last
 * @param meteredSince since when it has been heard without a gap
 * @param lit 0 or 1; NaN where no lamp is heard
 */
record Signals(
    double celsius,
    long at,
    boolean open,
    long openSince,
    boolean aired,
    double watts,
    long metered,
    long meteredSince,
    double lit,
    boolean occupied) {
  static final Signals NOTHING =
      new Signals(
          Double.NaN,
          Progress.NONE,
          false,
          Progress.NONE,
          false,
          Double.NaN,
          Progress.NONE,
          Progress.NONE,
          Double.NaN,
          false);

  Signals temperature(double value, long time) {
    return new Signals(
        value, time, open, openSince, aired, watts, metered, meteredSince, lit, occupied);
  }

  Signals door(boolean opens, long time) {
    long since = !opens ? Progress.NONE : open ? openSince : time;
    return new Signals(
        celsius, at, opens, since, opens && aired, watts, metered, meteredSince, lit, occupied);
  }

  Signals hasAired() {
    return new Signals(
        celsius, at, open, openSince, true, watts, metered, meteredSince, lit, occupied);
  }

  Signals power(CycleProfile profile, double value, long time) {
    long since = isUnmetered(profile, time) ? time : meteredSince;
    return new Signals(celsius, at, open, openSince, aired, value, time, since, lit, occupied);
  }

  Signals lamp(double value) {
    return new Signals(
        celsius, at, open, openSince, aired, watts, metered, meteredSince, value, occupied);
  }

  Signals heardAt(long time) {
    return new Signals(
        celsius, time, open, openSince, aired, watts, metered, meteredSince, lit, occupied);
  }

  Signals people(boolean inside) {
    return new Signals(
        celsius, at, open, openSince, aired, watts, metered, meteredSince, lit, inside);
  }

  /** Whether the heater or lamp draws its power. */
  boolean draws(CycleProfile profile) {
    return watts > profile.watts();
  }

  /** Whether a lamp or cell works: it is on, and what is on draws power where that is heard. */
  boolean works(CycleProfile profile) {
    if (Double.isNaN(lit)) {
      return draws(profile);
    }
    return lit != 0 && (Double.isNaN(watts) || draws(profile));
  }

  /** Whether there is a gap before an instant, in which anything can have been. */
  boolean isGap(CycleProfile profile, long time) {
    return at != Progress.NONE && time - at > profile.gap();
  }

  /** Whether what the heater draws was not heard for so long that it can have been on meanwhile. */
  boolean isUnmetered(CycleProfile profile, long time) {
    return metered == Progress.NONE || time - metered > profile.gap();
  }
}
