package wuchang.simulators.machine;

import java.util.List;
import java.util.random.RandomGenerator;
import wuchang.simulators.kitchen.Crowd;
import wuchang.simulators.kitchen.Dice;

/**
 * An electricity meter's place in the house.
 *
 * @param ratedAmps of the circuit, a phase
 * @param phases 1 or 3
 * @param volts what the utility gives in the mean between phase and neutral
 * @param ohms of the supply up to here: 50–100 m of 25–35 mm² and the transformer
 * @param loads what hangs on it besides the site's own devices
 * @param standbyWatts controllers, signs, chargers
 * @param leakage mA that filters and heaters let to earth in a sound house
 * @param weakPhase which of the phases fails when one does
 * @param crowd how much is cooked on which day
 */
record PowerBuild(
    double ratedAmps,
    int phases,
    double volts,
    double ohms,
    List<KitchenLoad> loads,
    double standbyWatts,
    double leakage,
    int weakPhase,
    Crowd crowd,
    double modulus) {
  static final double USUAL_RATING = 63;
  static final double USUAL_MODULUS = 999_999.99;

  /** Cables are laid for the current: at the rated one they take so much of the voltage. */
  private static final double LEAST_DROP = 0.017;

  /** What IEC 60364-5-52, annex G, allows between the origin of the supply and the appliances. */
  private static final double MOST_DROP = 0.04;

  PowerBuild {
    loads = List.copyOf(loads);
  }

  static PowerBuild of(
      double ratedAmps,
      int phases,
      double nominal,
      double modulus,
      Crowd crowd,
      RandomGenerator random) {
    double rating = ratedAmps * phases * nominal;
    return new PowerBuild(
        ratedAmps,
        phases,
        nominal * Dice.around(random, 1.025, 0.006),
        Dice.between(random, LEAST_DROP, MOST_DROP) * nominal / ratedAmps,
        KitchenLoad.KITCHEN,
        rating * Dice.between(random, 0.004, 0.008),
        Dice.between(random, 8, 25),
        phases == 1 ? 1 : 1 + random.nextInt(3),
        crowd,
        modulus);
  }

  /** The meter of a branch on which nothing hangs but the site's own devices. */
  PowerBuild ofDevicesOnly() {
    return new PowerBuild(
        ratedAmps,
        phases,
        volts,
        ohms,
        List.of(),
        standbyWatts,
        leakage,
        weakPhase,
        crowd,
        modulus);
  }

  /** What is connected to a load's phases, W. */
  double watts(KitchenLoad load) {
    return load.share() * ratedAmps * volts * phases;
  }
}
