package wuchang.rules.cycle;

/**
 * How far the temperature has come up since it was lowest.
 *
 * @param low °C
 * @param crossed when it was first warm after that
 * @param hidden whether samples were missing since it was not warm
 */
record Rise(double low, long crossed, boolean hidden) {
  static final Rise UNKNOWN = new Rise(Double.POSITIVE_INFINITY, Progress.NONE, false);

  /** Anew from a temperature; NaN where none is known. */
  static Rise from(double value) {
    return Double.isNaN(value) ? UNKNOWN : new Rise(value, Progress.NONE, false);
  }

  Rise after(CycleProfile profile, long at, double value, boolean gap) {
    if (value <= profile.warm()) {
      return new Rise(Math.min(low, value), Progress.NONE, false);
    }
    return value < low || crossed == Progress.NONE
        ? new Rise(Math.min(low, value), at, gap)
        : new Rise(low, crossed, hidden || gap);
  }

  boolean isCycle(CycleProfile profile, double value) {
    return crossed != Progress.NONE && value - low >= profile.rise();
  }
}
