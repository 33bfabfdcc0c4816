package wuchang.rules.kernel;

/**
 * The air of a cold unit, and the excursions of it that look like a defrost (DOMAIN.md B2.6): a
 * fast rise with the door closed to no more than a peak, high for 40 minutes at most, back within
 * an hour. Where no door is watched, it counts as closed.
 *
 * @param peak the warmest that air can be in a defrost, in °C
 * @param usual the usual temperature, °C; NaN before the first
 * @param at when the last temperature came
 * @param calm when it was last near the usual
 * @param now the excursion that is going on, if any
 * @param last when the last excursion began that turned out to look like a defrost
 */
record Air(double peak, double usual, long at, long calm, Excursion now, long last, Rhythm rhythm) {
  private static final double MINUTE = 60_000;
  private static final long FAST = 20 * 60_000L;
  private static final long HIGH = 40 * 60_000L;
  private static final long BACK = 60 * 60_000L;

  /** The goods' estimate follows the air with a lag, so it is still warm when the air is not. */
  private static final long AFTERWARDS = 90 * 60_000L;

  /** An excursion of so long is no excursion: somebody has turned the thermostat. */
  private static final long LONGEST = 3 * 60 * 60_000L;

  /** Kelvin above the usual: more than a thermostat's swing, less than any defrost. */
  private static final double RISE = 3;

  private static final double LAG = 120 * MINUTE;
  private static final double LONGEST_STEP = 10 * MINUTE;

  /**
   * A rise above the usual.
   *
   * @param onset when the rise began
   * @param risen when it was known to be one
   * @param top the warmest so far
   * @param high when it was last above half of its height
   * @param opened whether the door was open in it
   */
  record Excursion(long onset, long risen, double top, long high, boolean opened) {
    static final Excursion NONE = new Excursion(Phase.FROZEN, 0, 0, 0, false);

    private Excursion warmed(long at, double value, double usual) {
      double most = Math.max(top, value);
      boolean isHigh = value > usual + (most - usual) / 2;
      return new Excursion(onset, risen, most, isHigh ? at : high, opened);
    }

    /** Whether it rose fast, behind a closed door. */
    boolean beganAsDefrost() {
      return !opened && risen - onset <= FAST;
    }

    /** For how long it was at half of its height or above, in milliseconds. */
    long stayedHigh() {
      return high - onset;
    }

    private boolean fits(double peak) {
      return onset != Phase.FROZEN && beganAsDefrost() && high - onset <= HIGH && top <= peak;
    }
  }

  static Air unknown(double peak) {
    return new Air(
        peak, Double.NaN, Phase.FROZEN, Phase.FROZEN, Excursion.NONE, Phase.FROZEN, Rhythm.UNKNOWN);
  }

  Air after(long time, double value, Door door) {
    if (Double.isNaN(usual)) {
      return new Air(peak, value, time, time, Excursion.NONE, last, rhythm);
    }
    return now == Excursion.NONE ? calmly(time, value, door) : rising(time, value);
  }

  Air opened() {
    return now == Excursion.NONE || now.opened()
        ? this
        : new Air(
            peak,
            usual,
            at,
            calm,
            new Excursion(now.onset(), now.risen(), now.top(), now.high(), true),
            last,
            rhythm);
  }

  /** Whether a defrost that was to be expected is going on, for no longer than so long. */
  boolean isLearnedDefrost(long instant, long longest) {
    return now != Excursion.NONE
        && !now.opened()
        && now.top() <= peak
        && instant < now.onset() + longest
        && rhythm.expects(now.onset());
  }

  /** Whether what goes on may be a defrost, or was one just now. */
  boolean looksLikeDefrost(long instant) {
    boolean going = now.fits(peak) && instant <= expiry();
    return going || last != Phase.FROZEN && instant <= last + AFTERWARDS;
  }

  long changes(long instant, long longest) {
    long next = Kind.NEVER;
    if (now != Excursion.NONE) {
      next = sooner(next, now.onset() + longest, instant);
      next = sooner(next, expiry() + 1, instant);
    }
    return last == Phase.FROZEN ? next : sooner(next, last + AFTERWARDS + 1, instant);
  }

  private static long sooner(long next, long candidate, long instant) {
    return candidate > instant ? Math.min(next, candidate) : next;
  }

  private long expiry() {
    return now.onset() + (now.high() == at ? HIGH : BACK);
  }

  private Air calmly(long time, double value, Door door) {
    if (value > usual + RISE) {
      boolean opened = door.wasOpenSince(calm);
      Excursion begun = new Excursion(calm, time, value, time, opened);
      return new Air(peak, usual, time, calm, begun, last, rhythm);
    }
    double share = -Math.expm1(-Math.min(LONGEST_STEP, time - at) / LAG);
    double drifted = usual + (value - usual) * share;
    long low = value <= usual + RISE / 2 ? time : calm;
    return new Air(peak, drifted, time, low, Excursion.NONE, last, rhythm);
  }

  private Air rising(long time, double value) {
    if (value > usual + RISE / 2) {
      return time - now.onset() > LONGEST
          ? new Air(peak, value, time, time, Excursion.NONE, last, rhythm)
          : new Air(peak, usual, time, calm, now.warmed(time, value, usual), last, rhythm);
    }
    boolean defrost = now.fits(peak) && time - now.onset() <= BACK;
    return new Air(
        peak,
        usual,
        time,
        time,
        Excursion.NONE,
        defrost ? now.onset() : last,
        defrost ? rhythm.with(now.onset()) : rhythm);
  }
}
