package wuchang.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import wuchang.domain.DeviceId;

/** What one device may still say. For one thread at a time. */
final class Allowance {
  /** A device may speak so many times as often as it is to. */
  static final int TIMES = 30;

  /**
   * What is plainly abuse begins only here, in instants spoken of: a night's backlog of a device
   * that speaks each second is a twentieth of it, and so is a burst of a quarter of an hour.
   */
  static final int MOST = 1_000_000;

  /** From here on people are told, though everything is still taken. */
  private static final int NOTICED = 300;

  private static final double HALF = 0.5;

  private final DeviceId device;
  private final Bucket said;
  private final Bucket pace;
  private Optional<Instant> floodingSince = Optional.empty();
  private long refused;

  Allowance(DeviceId device, Instant now) {
    this.device = device;
    this.said = new Bucket(MOST, now);
    this.pace = new Bucket(NOTICED, now);
  }

  /** Whether so many instants may be told of, some of them of now and not of a backlog. */
  boolean says(int instants, int ofNow, Duration interval, Instant now) {
    double perSecond = TIMES / seconds(interval);
    if (!pace.drain(ofNow, perSecond, now)) {
      floodingSince = floodingSince.or(() -> Optional.of(now));
    }
    return said.take(instants, perSecond, now);
  }

  void refused(int readings) {
    refused += readings;
  }

  Optional<Flood> flood(Duration interval, Instant now) {
    if (pace.level(TIMES / seconds(interval), now) > HALF) {
      floodingSince = Optional.empty();
    }
    return floodingSince.map(since -> new Flood(device, since, refused));
  }

  private static double seconds(Duration interval) {
    return Math.max(interval.toMillis(), 1) / 1e3;
  }
}
