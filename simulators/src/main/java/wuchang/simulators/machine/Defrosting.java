package wuchang.simulators.machine;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * When a plant defrosts: by the clock, or on demand. A controller on demand (as Danfoss, Dixell and
 * Carel sell them) compares the coil with the air while the compressor runs: ice makes the coil
 * colder. It waits 6 hours at least after a defrost, as the compressor's and the goods' sake asks,
 * and 11 hours at most, because it may be mistaken.
 *
 * @param times of day; empty: on demand
 */
record Defrosting(List<LocalTime> times) {
  private static final double SHORTEST_SECONDS = 6 * 3_600;
  private static final double LONGEST_SECONDS = 11 * 3_600;

  /** The coil is this much farther below the air than a clean one would be. */
  private static final double ICED = 1.15;

  private static final double SETTLED_SECONDS = 240;
  private static final long DAY_SECONDS = 86_400;

  Defrosting {
    times = List.copyOf(times);
  }

  /** At those times if there are any; else one unit in three on demand, the others by the clock. */
  static Defrosting of(List<LocalTime> declared, int timesADay, RandomGenerator random) {
    if (!declared.isEmpty()) {
      return new Defrosting(declared);
    }
    return random.nextInt(3) == 0 ? new Defrosting(List.of()) : spread(timesADay, random);
  }

  /** So many times evenly over the day from a random one. */
  static Defrosting spread(int times, RandomGenerator random) {
    long first = random.nextLong(DAY_SECONDS);
    List<LocalTime> spread = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      spread.add(LocalTime.ofSecondOfDay((first + i * DAY_SECONDS / times) % DAY_SECONDS));
    }
    return new Defrosting(spread);
  }

  /**
   * As an installer sets a fridge: in hours of rest, once or twice at night and once between the
   * meals; for those on demand see {@link #of}.
   */
  static Defrosting restful(List<LocalTime> declared, RandomGenerator random) {
    List<LocalTime> rests = new ArrayList<>();
    rests.add(LocalTime.of(1, 0).plusSeconds(random.nextInt(3 * 3_600)));
    rests.add(LocalTime.of(14, 0).plusSeconds(random.nextInt(3_600)));
    if (random.nextBoolean()) {
      rests.add(LocalTime.of(21, 0).plusSeconds(random.nextInt(3_600)));
    }
    Defrosting usual = of(declared, 3, random);
    return declared.isEmpty() && !usual.isOnDemand() ? new Defrosting(rests) : usual;
  }

  boolean isOnDemand() {
    return times.isEmpty();
  }

  /** Whether one of its times is passed in this step. */
  boolean isTimed(Moment moment) {
    for (LocalTime time : times) {
      if (moment.passes(time)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the controller asks for it.
   *
   * @param running seconds that the compressor has been running
   * @param since seconds since the last defrost
   * @param distance how much colder the coil is than the air, of what a clean one would be
   */
  boolean isDemanded(double running, double since, double distance) {
    boolean iced = running >= SETTLED_SECONDS && distance > ICED;
    return isOnDemand() && (since >= SHORTEST_SECONDS && iced || since >= LONGEST_SECONDS);
  }
}
