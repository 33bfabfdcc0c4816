package wuchang.rules.cycle;

import wuchang.domain.cycle.Cycle.Reason;
import wuchang.domain.cycle.Cycle.Verdict;

/**
 * A cycle that is going on.
 *
 * @param low the coolest since before its rise, °C
 * @param top the hottest since then
 * @param maximum the hottest of all
 * @param gain the largest rise
 * @param held the longest time at the target, or on, without a break
 * @param proven when it had been held for long enough
 * @param hidden whether samples were missing in it
 * @param unmetered whether what the heater draws was missing in it, or just before
 * @param warmed whether it was ever warm
 * @param heard whether it was heard what the heater draws
 * @param powered whether the heater was ever on
 * @param onSince since when it has been on
 * @param on the longest time that it was on
 */
record Running(
    long start,
    double low,
    double top,
    double maximum,
    double gain,
    long held,
    long proven,
    boolean hidden,
    boolean unmetered,
    boolean warmed,
    boolean heard,
    boolean powered,
    long onSince,
    long on) {
  /** When none is going on. */
  static final Running NOTHING = begun(Progress.NONE, Double.NaN, Double.NaN, false);

  /** A lamp that is on for less has been tried, no more. */
  private static final long TRIED = 60_000;

  /** What ends a cycle. */
  enum By {
    /** It has cooled, or was switched off. */
    ITSELF,
    DOOR,
    PEOPLE
  }

  static Running begun(long start, double low, double value, boolean hidden) {
    return new Running(
        start,
        low,
        value,
        value,
        Double.isNaN(value) ? 0 : value - low,
        0,
        Progress.NONE,
        hidden,
        false,
        false,
        false,
        false,
        Progress.NONE,
        0);
  }

  boolean isGoingOn() {
    return start != Progress.NONE;
  }

  /** After a temperature: so long it has been at the target, with or without a gap before. */
  Running sampled(CycleProfile profile, long at, double value, long atTarget, boolean gap) {
    boolean lower = !(value >= low);
    double bottom = lower ? value : low;
    return new Running(
            start,
            bottom,
            lower ? value : Math.max(top, value),
            Double.isNaN(maximum) ? value : Math.max(maximum, value),
            Math.max(gain, value - bottom),
            Math.max(held, atTarget),
            proven,
            hidden || gap,
            unmetered,
            warmed || value > profile.warm(),
            heard,
            powered,
            onSince,
            on)
        .proven(profile, at);
  }

  /** After the lamp was heard to have been on for so long. */
  Running lit(CycleProfile profile, long at, long lit, boolean gap) {
    return new Running(
            start,
            low,
            top,
            maximum,
            gain,
            Math.max(held, lit),
            proven,
            hidden || gap,
            unmetered,
            warmed,
            heard,
            powered,
            onSince,
            on)
        .proven(profile, at);
  }

  /** After the power was heard, with or without a gap before. */
  Running drawing(CycleProfile profile, long at, boolean draws, boolean gap) {
    long known = gap ? Progress.NONE : onSince;
    long from = draws && known == Progress.NONE ? at : known;
    long longest = from == Progress.NONE ? on : Math.max(on, at - from);
    return new Running(
            start,
            low,
            top,
            maximum,
            gain,
            held,
            proven,
            hidden || gap,
            unmetered,
            warmed,
            true,
            powered || draws,
            draws ? from : Progress.NONE,
            longest)
        .proven(profile, at);
  }

  /** With or without a time in which the heater can have been on unheard. */
  Running unmetered(boolean missing) {
    return !missing || unmetered
        ? this
        : new Running(
            start, low, top, maximum, gain, held, proven, hidden, true, warmed, heard, powered,
            onSince, on);
  }

  /** Whether it has cooled so far that it is over. */
  boolean hasFallen(CycleProfile profile, double value) {
    boolean peaked = top - low >= profile.fall() && top - value >= profile.fall();
    return peaked || warmed && value < profile.warm();
  }

  /** Whether this was a cycle at all, and not a heater that keeps warm, or a switch tried out. */
  boolean counts(CycleProfile profile, long end) {
    return switch (profile.means()) {
      case HEAT -> gain >= profile.fall() || isDead(profile);
      // No pump runs while a closed machine cools, and no rack stays in it for as long as its tank
      // takes to heat up.
      case RINSE ->
          gain >= profile.fall()
              && (powered || !heard)
              && (maximum >= profile.target() || end - start < profile.dead());
      case TIME -> held >= TRIED || hidden;
    };
  }

  Ended ended(CycleProfile profile, long end, By by) {
    Reason reason = reason(profile, by);
    Verdict verdict =
        reason == Reason.NONE
            ? Verdict.EFFECTIVE
            : reason == Reason.NO_DATA ? Verdict.UNPROVEN : Verdict.FAILED;
    return new Ended(start, end, maximum, held, proven, verdict, reason);
  }

  private Reason reason(CycleProfile profile, By by) {
    if (proven != Progress.NONE) {
      return Reason.NONE;
    }
    // Without any power there was no cycle, whatever the temperature was meanwhile.
    boolean certain = profile.isHeat() && isFaked() && !unmetered;
    if (hidden && !certain) {
      return Reason.NO_DATA;
    }
    return profile.isHeat() ? reasonOfHeat(profile, by) : reasonOfTime(by);
  }

  private static Reason reasonOfTime(By by) {
    return by == By.ITSELF ? Reason.TOO_SHORT : Reason.INTERRUPTED;
  }

  private Reason reasonOfHeat(CycleProfile profile, By by) {
    if (gain < profile.fall()) {
      return Reason.HEATER_DEAD;
    }
    if (isFaked()) {
      return Reason.FAKED;
    }
    boolean hot = maximum >= profile.target();
    // A hood goes up at the end of every cycle; only one that was hot can have been interrupted.
    if (by == By.DOOR && (hot || profile.means() == CycleProfile.Means.HEAT)) {
      return Reason.INTERRUPTED;
    }
    return hot ? Reason.TOO_SHORT : Reason.TOO_COOL;
  }

  private boolean isDead(CycleProfile profile) {
    return on >= profile.dead();
  }

  private boolean isFaked() {
    return heard && !powered;
  }

  private Running proven(CycleProfile profile, long at) {
    boolean now = proven == Progress.NONE && held >= profile.hold() && !isFaked();
    return !now
        ? this
        : new Running(
            start, low, top, maximum, gain, held, at, hidden, unmetered, warmed, heard, powered,
            onSince, on);
  }
}
