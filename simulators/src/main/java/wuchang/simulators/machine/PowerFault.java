package wuchang.simulators.machine;

import java.util.Optional;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.mishap.PowerMishap;
import wuchang.simulators.mishap.Troubles;

/**
 * What is wrong with a circuit during one step.
 *
 * @param shares of its usual voltage that each phase has
 * @param extraWatts what is plugged in beyond what it was built for, or was left on
 * @param reactive var that goes to and fro beside the load
 * @param leakage mA to earth, beyond the usual
 */
record PowerFault(Phases shares, double extraWatts, double reactive, double leakage) {
  private static final Phases ALL = new Phases(1, 1, 1);
  private static final PowerFault NONE = new PowerFault(ALL, 0, 0, 0);

  private static final double LEFT_ON = 0.12;
  private static final double LEAKAGE = 800;
  private static final double REACTIVE = 0.5;
  private static final long DIP_MILLIS = 2_000;

  static PowerFault of(Moment moment, PowerBuild build) {
    Troubles troubles = moment.troubles();
    double above = moment.supply();
    if (troubles.active().isEmpty()) {
      return above == 1 ? NONE : new PowerFault(new Phases(above, above, above), 0, 0, 0);
    }
    double all = above * utility(troubles) * (1 - dip(moment));
    double weak = all * (1 - troubles.severity(PowerMishap.PHASE_LOSS));
    double rating = build.ratedAmps() * build.volts() * build.phases();
    return new PowerFault(
        new Phases(
            build.weakPhase() == 1 ? weak : all,
            build.weakPhase() == 2 ? weak : all,
            build.weakPhase() == 3 ? weak : all),
        rating * (overload(troubles) + LEFT_ON * troubles.severity(PowerMishap.LEFT_ON)),
        rating * REACTIVE * troubles.severity(PowerMishap.COMPENSATION_DEAD),
        LEAKAGE * troubles.severity(PowerMishap.EARTH_LEAKAGE));
  }

  private static double utility(Troubles troubles) {
    if (troubles.has(PowerMishap.DEAD_CIRCUIT)) {
      return 0;
    }
    double low = troubles.severity(PowerMishap.UNDERVOLTAGE);
    double high = troubles.severity(PowerMishap.OVERVOLTAGE);
    return 1 - (low > 0 ? 0.06 + 0.22 * low : 0) + (high > 0 ? 0.04 + 0.15 * high : 0);
  }

  /** What the sag takes from the step's mean; however long the mishap lasts, it is two seconds. */
  private static double dip(Moment moment) {
    Optional<Mishap> dip = moment.troubles().find(PowerMishap.VOLTAGE_SAG);
    if (dip.isEmpty()) {
      return 0;
    }
    long onset = dip.get().onset().toEpochMilli();
    long from = Math.max(onset, moment.before().toEpochMilli());
    long until = Math.min(onset + DIP_MILLIS, moment.now().toEpochMilli());
    return dip.get().severity() * Math.max(0, until - from) / (1000 * moment.seconds());
  }

  /** Heaters are plugged in that alone come near the rating, or over it. */
  private static double overload(Troubles troubles) {
    double severity = troubles.severity(PowerMishap.OVERLOAD);
    return severity > 0 ? 0.85 + 0.35 * severity : 0;
  }
}
