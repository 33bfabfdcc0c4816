package wuchang.simulators.wire;

import java.time.Duration;

/**
 * What becomes of what a device says on its way when nothing is wrong. Shares are of the messages,
 * 0 to 1; events of gates are kept by their controllers and go neither missing nor late.
 *
 * @param missing the share that never arrives
 * @param repeated the share that arrives twice, some seconds apart
 * @param late the share that arrives later than what was said after it
 * @param latest how late at most; half of them are late by less than an eighth of it
 * @param jitter how long at most a device's timer lets a sample wait, which bears that later time
 * @param clockError how far at most a device's clock is off, either way; each draws its own
 * @param uplink how many samples share a message, and how often one may be sent
 * @param outages how often gateways are away
 */
public record WireHabits(
    double missing,
    double repeated,
    double late,
    Duration latest,
    Duration jitter,
    Duration clockError,
    Uplink uplink,
    Outages outages) {
  /** Everything arrives at once, once, in order. */
  public static final WireHabits PERFECT =
      new WireHabits(
          0, 0, 0, Duration.ZERO, Duration.ZERO, Duration.ZERO, Uplink.EACH, Outages.NEVER);

  /** A canteen's radio and network on usual days; shares as an operator would accept them. */
  public static final WireHabits USUAL =
      new WireHabits(
          0.01,
          0.0025,
          0.0025,
          Duration.ofMinutes(20),
          Duration.ofSeconds(3),
          Duration.ofSeconds(5),
          Uplink.EACH,
          new Outages(1, Duration.ofHours(1), true));

  public WireHabits {
    share("missing", missing);
    share("repeated", repeated);
    share("late", late);
    length("latest", latest);
    length("jitter", jitter);
    length("clock error", clockError);
  }

  /**
   * How a radio with a duty cycle sends.
   *
   * @param samples how many of them share a message, at least 1
   * @param pause how long at least from one message of a device to its next
   */
  public record Uplink(int samples, Duration pause) {
    /** Each sample at once. */
    public static final Uplink EACH = new Uplink(1, Duration.ZERO);

    public Uplink {
      if (samples < 1) {
        throw new IllegalArgumentException(samples + " samples in an uplink; expected 1 or more");
      }
      length("pause", pause);
    }
  }

  /**
   * How often each gateway is away.
   *
   * @param perWeek their mean number a week
   * @param lasting how long half of them last; the others up to twice as long, or half
   * @param backlog whether the gateway sends afterwards what it heard meanwhile
   */
  public record Outages(double perWeek, Duration lasting, boolean backlog) {
    public static final Outages NEVER = new Outages(0, Duration.ofHours(1), true);

    public Outages {
      if (!(perWeek >= 0 && perWeek <= 1_000)) {
        throw new IllegalArgumentException(perWeek + " outages a week; expected 0 to 1000");
      }
      length("an outage", lasting);
    }
  }

  private static void share(String name, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a share " + name + " of " + share + "; expected 0 to 1");
    }
  }

  private static void length(String name, Duration length) {
    if (length.isNegative()) {
      throw new IllegalArgumentException(name + " of " + length + "; expected 0 or more");
    }
  }
}
