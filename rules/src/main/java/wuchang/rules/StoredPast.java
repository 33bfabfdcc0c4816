package wuchang.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import wuchang.domain.DeviceId;
import wuchang.domain.journal.History;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Site;

/**
 * What the store has of a device, as far back as it decides what is found. What is usual in a night
 * rests on four weeks of a meter's power, so of older days that is read, and nothing else.
 */
record StoredPast(Site site, History history) {
  /** With the six days of which all is read, four weeks. */
  private static final Duration HABITS = Duration.ofDays(22);

  /** All in [from, to), and of the three weeks before what habits rest on, by time. */
  List<Observation> of(DeviceId device, Instant from, Instant to) {
    List<Observation> all = new ArrayList<>();
    Set<Metric> habits = site.device(device).map(StoredPast::habits).orElse(Set.of());
    if (!habits.isEmpty()) {
      all.addAll(history.readings(device, habits, from.minus(HABITS), from));
    }
    all.addAll(history.observations(device, from, to));
    return all;
  }

  private static Set<Metric> habits(Device device) {
    return device.kind() == DeviceKind.ELECTRICITY_METER ? Set.of(Metric.POWER) : Set.of();
  }
}
