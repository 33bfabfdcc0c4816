package wuchang.simulators.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import wuchang.domain.site.Device;
import wuchang.simulators.kitchen.Dice;
import wuchang.simulators.machine.Saying;
import wuchang.simulators.mishap.Troubles;

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

  private final Device device;
  private final Voices voices;
  private final WireHabits habits;
  private final DeviceClock clock;
  private final RandomGenerator random;
  private final List<Saying> batch = new ArrayList<>();
  private Instant free = Instant.MIN;

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
    send(List.of(clock.stamp(saying, troubles)), saying.at(), replay, road);
  }

  /** Sends what a device measured because it was time to, or keeps it for a fuller message. */
  public void sample(Saying.Values sample, Troubles troubles, boolean replay, Road road) {
    batch.add(clock.stamp(sample, troubles));
    if (batch.size() >= habits.uplink().samples()) {
      send(List.copyOf(batch), sample.at(), replay, road);
      batch.clear();
    }
  }

  private void send(List<Saying> said, Instant at, boolean replay, Road road) {
    double lost = random.nextDouble();
    double again = random.nextDouble();
    double late = random.nextDouble();
    double retry = Dice.between(random, RETRY_LEAST, RETRY_MOST);
    double wait = lateness();
    boolean kept = said.get(0) instanceof Saying.Event;
    if (!kept && lost < habits.missing()) {
      return;
    }
    Instant sendAt = at.isBefore(free) && !kept ? free : at;
    free = sendAt.plus(habits.uplink().pause());
    if (!kept && late < habits.late()) {
      sendAt = later(sendAt, wait);
    }
    put(said, sendAt, replay, road);
    if (again < habits.repeated()) {
      put(said, later(sendAt, retry), replay, road);
    }
  }

  private void put(List<Saying> said, Instant sendAt, boolean replay, Road road) {
    voices.messages(device.id(), said, sendAt, replay).forEach(road::put);
  }

  private double lateness() {
    double longest = habits.latest().toMillis() / 1e3;
    return Math.min(longest, Dice.longTailed(random, longest * USUAL_LATENESS, 1));
  }

  private static Instant later(Instant time, double seconds) {
    return time.plusMillis(Math.round(seconds * 1e3));
  }
}
