package wuchang.simulators.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import wuchang.domain.site.Device;
import wuchang.simulators.kitchen.Dice;
import wuchang.simulators.machine.Saying;
import wuchang.simulators.mishap.Troubles;
import wuchang.simulators.mishap.WireMishap;

/**
 * One device's way to the broker: decides what of the things it says goes out, when, how often and
 * in which order. For each message it draws the same number of times, so that what goes wrong with
 * one message changes nothing about the next. Not thread-safe.
 */
public final class Link {
  /** Half of the late ones are late by less than that share of the longest. */
  private static final double USUAL_LATENESS = 0.125;

  /** A message is repeated when its acknowledgement stays away that long, in seconds. */
  private static final double RETRY_LEAST = 1;

  private static final double RETRY_MOST = 20;

  private static final double SECONDS_A_MINUTE = 60;
  private static final double OVERTAKEN_MINUTES = 5;
  private static final double BATCH_MINUTES = 30;

  /** How long a device that keeps losing its connection has one. */
  private static final Duration SESSION = Duration.ofMinutes(10);

  private final Device device;
  private final Voices voices;
  private final WireHabits habits;
  private final DeviceClock clock;
  private final RandomGenerator random;
  private final List<Saying> batch = new ArrayList<>();
  private boolean greeted;
  private Instant batchBegan = Instant.EPOCH;
  private Instant reconnected = Instant.EPOCH;
  private Instant free = Instant.EPOCH;
  private Instant sampled = Instant.EPOCH;
  private Optional<Saying> last = Optional.empty();

  /**
   * @param random this device's own chance, used for nothing else
   */
  public Link(Device device, Voices voices, WireHabits habits, RandomGenerator random) {
    this.device = device;
    this.voices = voices;
    this.habits = habits;
    this.random = random;
    double off = Dice.between(random, -1, 1) * habits.clockError().toMillis();
    this.clock = new DeviceClock(Duration.ofMillis(Math.round(off)), voices.zone());
  }

  /** When a sample that is due then is taken: the device's timer is not exact. */
  public Instant taken(Instant due) {
    return due.plusMillis(Math.round(random.nextDouble() * habits.jitter().toMillis()));
  }

  /** Sends what a device said because something has changed. */
  public void say(Saying saying, Troubles troubles, boolean replay, Road road) {
    Saying told = afterSample(saying);
    send(List.of(clock.stamp(told, troubles)), told.at(), new Way(troubles, replay, road));
  }

  /** Its timer was late: what has changed since that sample was taken cannot be older than it. */
  private Saying afterSample(Saying saying) {
    boolean overtakes = saying instanceof Saying.Values && !saying.at().isAfter(sampled);
    return overtakes
        ? new Saying.Values(sampled.plusMillis(1), ((Saying.Values) saying).values())
        : saying;
  }

  /** Sends what a device measured because it was time to, or keeps it for a fuller message. */
  public void sample(Saying.Values sample, Troubles troubles, boolean replay, Road road) {
    Way way = new Way(troubles, replay, road);
    sampled = sample.at();
    if (troubles.has(WireMishap.RECONNECTING) && !sample.at().isBefore(reconnected.plus(SESSION))) {
      reconnected = sample.at();
      last.ifPresent(state -> put(List.of(state), sample.at(), way, true));
    }
    if (batch.isEmpty()) {
      batchBegan = sample.at();
    }
    Saying stamped = clock.stamp(sample, troubles);
    last = Optional.of(stamped);
    batch.add(stamped);
    if (isFull(sample.at(), troubles)) {
      send(List.copyOf(batch), sample.at(), way);
      batch.clear();
    }
  }

  private boolean isFull(Instant at, Troubles troubles) {
    double minutes = troubles.severity(WireMishap.BATCHES) * BATCH_MINUTES;
    return batch.size() >= habits.uplink().samples()
        && !at.isBefore(later(batchBegan, minutes * SECONDS_A_MINUTE));
  }

  private void send(List<Saying> said, Instant at, Way way) {
    double lost = random.nextDouble();
    double again = random.nextDouble();
    double late = random.nextDouble();
    double retry = Dice.between(random, RETRY_LEAST, RETRY_MOST);
    double wait = lateness();
    boolean kept = said.get(0) instanceof Saying.Event;
    Troubles troubles = way.troubles();
    if (!kept && lost < either(habits.missing(), troubles.severity(WireMishap.DROPOUTS) / 2)) {
      return;
    }
    Instant sendAt = at.isBefore(free) && !kept ? free : at;
    free = sendAt.plus(habits.uplink().pause());
    if (!kept) {
      double overtaken = late * OVERTAKEN_MINUTES * troubles.severity(WireMishap.DISORDER);
      sendAt = later(sendAt, overtaken * SECONDS_A_MINUTE + (late < habits.late() ? wait : 0));
    }
    put(said, sendAt, way, false);
    if (again < either(habits.repeated(), troubles.severity(WireMishap.DUPLICATES))) {
      put(said, later(sendAt, retry), way, false);
    }
  }

  private void put(List<Saying> said, Instant sendAt, Way way, boolean retained) {
    if (!way.replay() && (retained || !greeted)) {
      greeted = true;
      voices.greetings(device.id(), sendAt).forEach(way.road()::put);
    }
    for (Message message : voices.messages(device.id(), said, sendAt, way.replay())) {
      way.road().put(retained ? message.toBeRetained() : message);
    }
  }

  private static double either(double usual, double trouble) {
    return Math.max(usual, trouble);
  }

  private double lateness() {
    double longest = habits.latest().toMillis() / 1e3;
    return Math.min(longest, Dice.longTailed(random, longest * USUAL_LATENESS, 1));
  }

  private static Instant later(Instant time, double seconds) {
    return time.plusMillis(Math.round(seconds * 1e3));
  }

  /** What surrounds a device's sending at one instant. */
  private record Way(Troubles troubles, boolean replay, Road road) {}
}
