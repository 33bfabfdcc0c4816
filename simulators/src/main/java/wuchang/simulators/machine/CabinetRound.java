package wuchang.simulators.machine;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import wuchang.simulators.kitchen.Bustle;
import wuchang.simulators.kitchen.Dice;
import wuchang.simulators.mishap.CabinetMishap;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.mishap.MishapKind;
import wuchang.simulators.mishap.Troubles;

/**
 * What people do with a disinfection cabinet, and its timer: loaded and switched on at its times,
 * heated, held, left to cool shut, and emptied bit by bit when hands can bear it.
 *
 * @param begun the time, in epoch milliseconds, for which the last round was begun
 * @param seconds how long it has been in its phase
 * @param stored how long ago the last round was done, s
 */
record CabinetRound(
    CabinetPlan plan,
    CabinetPlan.Day day,
    Phase phase,
    long begun,
    double seconds,
    double stored,
    Door door) {
  enum Phase {
    RESTING,
    LOADING,
    HEATING,
    HOLDING,
    COOLING
  }

  /** A step of it; the share is the part of the step that the door was open. */
  record Step(CabinetRound round, double share, List<Saying> sayings) {}

  private static final List<MishapKind> SPOILT_ROUNDS =
      List.of(
          CabinetMishap.THERMOSTAT_LOW,
          CabinetMishap.CYCLE_CUT_SHORT,
          CabinetMishap.CABINET_OPENED,
          CabinetMishap.CABINET_LEAKING);

  private static final double HANDS_BEAR = 55;
  private static final double GLOVES_BEAR = 80;

  /** From water they are lifted in baskets, soon after it is switched off. */
  private static final double LIFTING_SECONDS = 180;

  /** What does not get hot in an hour and a half is given up. */
  private static final double PATIENCE_SECONDS = 5_400;

  /** Nobody comes for a round later than that; in milliseconds. */
  private static final long FORGOTTEN = 3 * 3_600_000L;

  private static final long MINUTE = 60_000;
  private static final double LOADING_SECONDS = 90;
  private static final double UNLOADING_PER_HOUR = 5;
  private static final double UNLOADING_SECONDS = 90;
  private static final double USED_WITHIN_SECONDS = 20 * 3_600;
  private static final double LIMITER_SOON = 4;

  /** One that has rested for long. */
  static CabinetRound resting(CabinetPlan plan) {
    return new CabinetRound(
        plan, CabinetPlan.Day.NONE, Phase.RESTING, Long.MIN_VALUE, 0, 30 * 3_600, Door.CLOSED);
  }

  Step next(Moment moment, CabinetBuild build, double air, RandomGenerator random) {
    long now = moment.now().toEpochMilli();
    CabinetPlan.Day today = now < day.until() ? day : plan.on(moment.now());
    long wanted = wanted(moment, today, now);
    Phase next = nextPhase(moment, build, air, wanted);
    Door.Swing swing = swing(moment, next, build, random);
    double dt = moment.seconds();
    boolean done = phase == Phase.HOLDING && next == Phase.COOLING;
    CabinetRound after =
        new CabinetRound(
            plan,
            today,
            next,
            next == Phase.LOADING && phase != Phase.LOADING ? wanted : since(moment),
            next == phase ? seconds + dt : 0,
            done ? 0 : stored + dt,
            swing.door());
    return new Step(after, swing.share(), swing.sayings());
  }

  /** Rounds from before the beginning of time are not made up for. */
  private long since(Moment moment) {
    return begun == Long.MIN_VALUE ? moment.before().toEpochMilli() : begun;
  }

  /** The time of the round that should begin now, or that has been begun last. */
  private long wanted(Moment moment, CabinetPlan.Day today, long now) {
    Troubles troubles = moment.troubles();
    long wanted = since(moment);
    if (troubles.active().isEmpty()) {
      for (long start : today.starts()) {
        wanted = start > wanted && start <= now && now - start < FORGOTTEN ? start : wanted;
      }
      return wanted;
    }
    for (MishapKind kind : SPOILT_ROUNDS) {
      Optional<Mishap> mishap = troubles.find(kind);
      // Whoever brings it about comes a step after its onset.
      boolean here = mishap.isPresent() && mishap.get().onset().isBefore(moment.before());
      wanted = here ? Math.max(wanted, mishap.get().onset().toEpochMilli()) : wanted;
    }
    boolean skipped = isSkipped(troubles);
    for (long start : today.starts()) {
      long comes = start + late(troubles);
      wanted =
          !skipped && start > wanted && comes <= now && now - comes < FORGOTTEN ? start : wanted;
    }
    return wanted;
  }

  private static boolean isSkipped(Troubles troubles) {
    return troubles.has(CabinetMishap.CYCLE_SKIPPED) || troubles.has(CabinetMishap.CYCLE_FAKED);
  }

  /** Whether somebody is faking the round that should run now, for as long as its hold is. */
  boolean isFaked(Moment moment, CabinetBuild build) {
    Optional<Mishap> faked = moment.troubles().find(CabinetMishap.CYCLE_FAKED);
    long now = moment.now().toEpochMilli();
    return faked.isPresent()
        && day.starts().stream()
            .filter(start -> start >= faked.get().onset().toEpochMilli())
            .anyMatch(start -> start <= now && now - start < build.hold().toMillis());
  }

  private static long late(Troubles troubles) {
    double much = troubles.severity(CabinetMishap.CYCLE_LATE);
    double little = troubles.severity(CabinetMishap.LATE_START);
    return Math.round((much > 0 ? 60 + 60 * much : 8 * little) * MINUTE);
  }

  private Phase nextPhase(Moment moment, CabinetBuild build, double air, long wanted) {
    Troubles troubles = moment.troubles();
    if (troubles.has(CabinetMishap.CABINET_OVERHEAT)) {
      return Phase.HEATING;
    }
    boolean comes = wanted > since(moment) && !door.isOpen();
    return switch (phase) {
      case RESTING -> comes ? Phase.LOADING : Phase.RESTING;
      case LOADING -> door.isOpen() || seconds == 0 ? Phase.LOADING : Phase.HEATING;
      case HEATING -> heated(build, air, troubles);
      case HOLDING -> seconds >= hold(build, troubles) ? Phase.COOLING : Phase.HOLDING;
      case COOLING ->
          comes && (air < GLOVES_BEAR || build.isWet() || isSpoilt(troubles))
              ? Phase.LOADING
              : cooled(build, air);
    };
  }

  private Phase heated(CabinetBuild build, double air, Troubles troubles) {
    double target = build.setPoint() - DisinfectionCabinet.tooLow(troubles);
    // After a welded contact somebody has pulled the plug; who cannot heat it gives up.
    if (!build.timed() && (air > build.setPoint() + LIMITER_SOON || seconds > PATIENCE_SECONDS)) {
      return Phase.COOLING;
    }
    return build.timed() || air >= target ? Phase.HOLDING : Phase.HEATING;
  }

  private static double hold(CabinetBuild build, Troubles troubles) {
    return build.hold().toSeconds() * (1 - troubles.severity(CabinetMishap.CYCLE_CUT_SHORT));
  }

  private Phase cooled(CabinetBuild build, double air) {
    boolean lifted = (build.isWet() || build.timed()) && seconds > LIFTING_SECONDS;
    return air < HANDS_BEAR || lifted ? Phase.RESTING : Phase.COOLING;
  }

  private static boolean isSpoilt(Troubles troubles) {
    for (MishapKind kind : SPOILT_ROUNDS) {
      if (troubles.has(kind)) {
        return true;
      }
    }
    return false;
  }

  private Door.Swing swing(Moment moment, Phase next, CabinetBuild build, RandomGenerator random) {
    Troubles troubles = moment.troubles();
    if (next == Phase.LOADING && phase != Phase.LOADING) {
      double longer = 450 * troubles.severity(CabinetMishap.LONG_LOADING);
      return door.openedFor(moment, longer + Dice.longTailed(random, LOADING_SECONDS, 0.3), random);
    }
    boolean cut = phase == Phase.HOLDING && next == Phase.COOLING;
    if (cut && troubles.has(CabinetMishap.CYCLE_CUT_SHORT)) {
      return door.openedFor(moment, Dice.longTailed(random, UNLOADING_SECONDS, 0.3), random);
    }
    double opened = troubles.severity(CabinetMishap.CABINET_OPENED);
    if (opened > 0 && phase == Phase.HOLDING && passesMidst(moment.seconds())) {
      return door.openedFor(moment, 10 + 50 * opened, random);
    }
    boolean rests = phase == Phase.RESTING && next == Phase.RESTING;
    boolean used = rests && isUsed(moment) && !isFaked(moment, build);
    return used && Dice.happens(random, UNLOADING_PER_HOUR, moment.seconds())
        ? door.openedFor(moment, Dice.longTailed(random, UNLOADING_SECONDS, 0.5), random)
        : door.next(moment, 0, random);
  }

  /** Four minutes into the heat. */
  private boolean passesMidst(double dt) {
    return seconds < 240 && seconds + dt >= 240;
  }

  private boolean isUsed(Moment moment) {
    boolean staffed = moment.bustle() != Bustle.CLOSED && moment.bustle() != Bustle.QUIET;
    boolean clean = stored < USED_WITHIN_SECONDS;
    return staffed && (clean || isSkipped(moment.troubles()));
  }
}
