package wuchang.rules.cycle;

/**
 * How far the temperature has come up since it was lowest.
 *
 * @param low °C
 * @param cool when that, or what is not warm, was heard last
 * @param crossed when it was first warm after that
 * @param hidden whether samples were missing since it was not warm
 */
record Rise(double low, long cool, long crossed, boolean hidden) {
  static final Rise UNKNOWN =
      new Rise(Double.POSITIVE_INFINITY, Progress.NONE, Progress.NONE, false);

  /** Anew from a temperature of then; NaN where none is known. */
  static Rise from(double value, long at) {
    return Double.isNaN(value) ? UNKNOWN : new Rise(value, at, Progress.NONE, false);
  }

  Rise after(CycleProfile profile, long at, double value, boolean gap) {
    if (value <= profile.warm()) {
      return new Rise(Math.min(low, value), at, Progress.NONE, false);
    }
    if (value < low) {
      return new Rise(value, at, at, gap);
    }
    return crossed == Progress.NONE
        ? new Rise(low, cool, at, gap)
        : new Rise(low, cool, crossed, hidden || gap);
  }

  boolean isCycle(CycleProfile profile, double value) {
    return crossed != Progress.NONE && value - low >= profile.rise();
  }
}
