package wuchang.simulators.machine;

import java.time.Duration;
import wuchang.simulators.mishap.ColdMishap;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.mishap.Troubles;

/**
 * What mishaps do to the parts of a cold unit.
 *
 * @param capacity the share of its cooling that the compressor has left
 * @param draw how much more the compressor draws than usual, as a factor
 * @param airflow the share of the fan's air that moves
 * @param leak how far the door seems open through a torn gasket, 0 to 1
 * @param ajar how far a door that is open stands open, 0 to 1
 * @param turned K by which the set-point is moved
 * @param sticks K below the set-point at which a sticking thermostat stops the compressor later
 * @param heater the share of the defrost heater that is always on
 * @param overrun seconds that a defrost lasts at least
 * @param every seconds from one needless defrost to the next; 0 without
 * @param defrosts whether it defrosts at all
 * @param powered whether it has electricity
 * @param emptied whether its goods are elsewhere
 */
record ColdFaults(
    double capacity,
    double draw,
    double airflow,
    double leak,
    double ajar,
    double turned,
    double sticks,
    double heater,
    double overrun,
    double every,
    boolean defrosts,
    boolean powered,
    boolean emptied) {
  static final ColdFaults NONE = new ColdFaults(1, 1, 1, 0, 1, 0, 0, 0, 0, 0, true, true, false);

  /** A gasket torn all along one side lets as much through as this share of the open door. */
  private static final double TORN = 0.15;

  private static final double STICKS_BY = 25;

  /** The pressure in a hot condenser costs a third more at most. */
  private static final double HOT_CONDENSER = 0.35;

  private static final double LONGEST_OVERRUN = 110 * 60;
  private static final double LONG_DEFROST = 28 * 60;

  /** Power that is away for longer is a power cut. */
  private static final long LONGEST_DIP = 600;

  static ColdFaults of(Moment moment) {
    Troubles troubles = moment.troubles();
    if (troubles.active().isEmpty()) {
      return moment.isPowered() ? NONE : NONE.cut();
    }
    ColdFaults faults = moment.isPowered() ? NONE : NONE.cut();
    for (Mishap mishap : troubles.active()) {
      faults =
          mishap.kind() instanceof ColdMishap kind ? faults.with(kind, mishap, moment) : faults;
    }
    return faults;
  }

  private ColdFaults with(ColdMishap kind, Mishap mishap, Moment moment) {
    double severity = mishap.severity();
    double grown = severity * progress(mishap, moment);
    return switch (kind) {
      case FRIDGE_FAILURE, FREEZER_FAILURE -> cooling(1 - severity, 1);
      case REFRIGERANT_LEAK -> cooling(1 - grown, 1 - 0.4 * grown);
      case CONDENSER_CLOGGED -> cooling(1 - 0.9 * grown, 1 + HOT_CONDENSER * grown);
      case CONDENSER_FAN_DEAD -> cooling(1 - 0.8 * severity, 1 + HOT_CONDENSER * severity);
      case EVAPORATOR_FAN_DEAD -> moving(1 - severity);
      case GASKET_TORN -> opening(TORN * severity, ajar);
      case DOOR_LEFT_OPEN -> opening(leak, severity);
      case DOOR_AJAR -> opening(leak, 0.3 * severity);
      case THERMOSTAT_STUCK_ON -> thermostat(turned, STICKS_BY * severity);
      case SET_POINT_TURNED -> thermostat(severity, sticks);
      case HEATER_STUCK -> thawing(severity, overrun, every, defrosts);
      case DEFROST_OVERRUN -> thawing(heater, LONGEST_OVERRUN * severity, every, defrosts);
      case LONG_DEFROST -> thawing(heater, LONG_DEFROST * severity, every, defrosts);
      case DEFROST_TOO_OFTEN -> thawing(heater, overrun, 3_600 * (7 - 5.5 * severity), defrosts);
      case DEFROST_MISSING -> thawing(heater, overrun, every, false);
      case UNPLUGGED -> cut();
      case SWITCHED_OFF_BRIEFLY -> isOver(mishap, moment) ? this : cut();
      case SWITCHED_OFF_TO_CLEAN -> cut().cleared();
      case LINGERING, LUNCH_RUSH, WARM_LOAD, IDLE -> this;
    };
  }

  private static boolean isOver(Mishap mishap, Moment moment) {
    return mishap.onset().plusSeconds(LONGEST_DIP).isBefore(moment.now());
  }

  /** How far a fault that grows has come, 0 to 1. */
  private static double progress(Mishap mishap, Moment moment) {
    double since = Duration.between(mishap.onset(), moment.now()).toMillis();
    return since / Duration.between(mishap.onset(), mishap.end()).toMillis();
  }

  private ColdFaults cooling(double left, double drawn) {
    return new ColdFaults(
        capacity * left,
        draw * drawn,
        airflow,
        leak,
        ajar,
        turned,
        sticks,
        heater,
        overrun,
        every,
        defrosts,
        powered,
        emptied);
  }

  private ColdFaults moving(double air) {
    return new ColdFaults(
        capacity, draw, air, leak, ajar, turned, sticks, heater, overrun, every, defrosts, powered,
        emptied);
  }

  private ColdFaults opening(double gap, double wide) {
    return new ColdFaults(
        capacity, draw, airflow, gap, wide, turned, sticks, heater, overrun, every, defrosts,
        powered, emptied);
  }

  private ColdFaults thermostat(double by, double stuck) {
    return new ColdFaults(
        capacity, draw, airflow, leak, ajar, by, stuck, heater, overrun, every, defrosts, powered,
        emptied);
  }

  private ColdFaults thawing(double heated, double longer, double often, boolean ever) {
    return new ColdFaults(
        capacity, draw, airflow, leak, ajar, turned, sticks, heated, longer, often, ever, powered,
        emptied);
  }

  private ColdFaults cut() {
    return new ColdFaults(
        capacity, draw, airflow, leak, ajar, turned, sticks, heater, overrun, every, defrosts,
        false, emptied);
  }

  private ColdFaults cleared() {
    return new ColdFaults(
        capacity, draw, airflow, leak, ajar, turned, sticks, heater, overrun, every, defrosts,
        powered, true);
  }
}
