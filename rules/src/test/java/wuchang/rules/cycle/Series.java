package wuchang.rules.cycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Reading;

/** Readings of a cabinet, and what is recognised in them. */
final class Series {
  static final CycleProfile INFRARED =
      new CycleProfile(
          CycleProfile.Means.HEAT, 120, 600_000, 50, 25, 10, 900, 5_000, 600_000, 150_000);
  static final CycleProfile RINSE =
      new CycleProfile(
          CycleProfile.Means.RINSE, 85, 40_000, 50, 5, 10, 4_500, 5_000, 600_000, 10_000);
  static final CycleProfile LAMP =
      new CycleProfile(CycleProfile.Means.TIME, 0, 1_800_000, 0, 0, 0, 15, 5_000, 0, 450_000);

  private static final DeviceId DEVICE = DeviceId.of("cabinet-1");
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  private final List<Reading> readings = new ArrayList<>();

  /** A metric every so many seconds from one to another, both included. */
  Series every(int seconds, Metric metric, int from, int to, DoubleUnaryOperator value) {
    for (int at = from; at <= to; at += seconds) {
      at(at, metric, value.applyAsDouble(at));
    }
    return this;
  }

  Series at(int second, Metric metric, double value) {
    readings.add(Reading.of(DEVICE, metric, START.plusSeconds(second), value));
    return this;
  }

  /** The same without what was said in between. */
  Series silent(int after, int before) {
    Series less = new Series();
    readings.stream()
        .filter(r -> second(r.time()) <= after || second(r.time()) >= before)
        .forEach(less.readings::add);
    return less;
  }

  List<Ended> cycles(CycleProfile profile) {
    return CycleLog.of(profile, readings);
  }

  /** The one cycle in it; fails when there is another number. */
  Ended only(CycleProfile profile) {
    List<Ended> cycles = cycles(profile);
    return Optional.of(cycles)
        .filter(list -> list.size() == 1)
        .map(list -> list.get(0))
        .orElseThrow(() -> new AssertionError("not one cycle: " + cycles));
  }

  static long second(long millis) {
    return second(Instant.ofEpochMilli(millis));
  }

  private static long second(Instant time) {
    return time.getEpochSecond() - START.getEpochSecond();
  }
}
