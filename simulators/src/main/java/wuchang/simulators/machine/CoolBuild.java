package wuchang.simulators.machine;

import java.util.random.RandomGenerator;
import wuchang.simulators.kitchen.Dice;

/**
 * How a batch of cooked food cools, as two lags: from the surface to what is around it, and from
 * the core to the surface. Data sheets of blast chillers promise +70 to +3 °C in 90 minutes in pans
 * of 50–65 mm, with air of −5 to −2 °C at the end; an ice bath in stirred vessels takes about an
 * hour; shallow pans in a cold room take three hours. The lag of a slab's core is L²/(π² a): 65 mm
 * of food of 0.14 mm²/s, cooled from both sides, make 25–30 minutes in all.
 *
 * @param around °C of air or water around it
 * @param surfaceLag s
 * @param coreLag s
 * @param cooked °C of the core when it is probed first
 * @param counter how long it stands on the counter first, s
 * @param done °C at which it is taken out
 */
record CoolBuild(
    double around, double surfaceLag, double coreLag, double cooked, double counter, double done) {

  /** A kitchen's way to cool: half have a blast chiller, the others ice baths. */
  static CoolBuild of(RandomGenerator random) {
    boolean blast = random.nextBoolean();
    return new CoolBuild(
        blast ? Dice.between(random, -5, -2) : Dice.between(random, 0.5, 2),
        60 * (blast ? Dice.between(random, 15, 19) : Dice.between(random, 11, 15)),
        60 * (blast ? Dice.between(random, 12, 15) : Dice.between(random, 13, 18)),
        Dice.between(random, 80, 92),
        60 * Dice.between(random, 8, 20),
        Dice.between(random, 4, 6));
  }
}
