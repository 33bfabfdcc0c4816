package wuchang.console.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import wuchang.domain.DeviceId;
import wuchang.domain.RecordId;
import wuchang.domain.journal.History;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Quality;
import wuchang.domain.reading.Reading;
import wuchang.domain.reading.Rejected;
import wuchang.domain.record.RecordKind;

/** History in memory; can be away. */
public final class FakeHistory implements History {
  private final List<Reading> readings = new CopyOnWriteArrayList<>();
  private final List<Rejected> rejected = new CopyOnWriteArrayList<>();
  private volatile boolean away;

  public void add(List<Reading> more) {
    readings.addAll(more);
  }

  public void reject(Rejected more) {
    rejected.add(0, more);
  }

  public void goAway(boolean gone) {
    away = gone;
  }

  @Override
  public void replay(Instant from, Instant to, Consumer<Observation> each) {
    check();
    readings.stream()
        .filter(r -> !r.time().isBefore(from) && r.time().isBefore(to))
        .sorted(Comparator.comparing(Reading::time))
        .forEach(each);
  }

  /** The time of the newest reading of every device that has any. */
  public Map<DeviceId, Instant> newest() {
    check();
    return readings.stream()
        .collect(Collectors.toMap(Reading::device, Reading::time, (a, b) -> a.isAfter(b) ? a : b));
  }

  @Override
  public List<Observation> observations(DeviceId device, Instant from, Instant to) {
    List<Observation> found = new ArrayList<>();
    replay(
        from,
        to,
        observation -> {
          if (observation.device().equals(device)) {
            found.add(observation);
          }
        });
    return found;
  }

  /** Records are asked of their own stage. */
  @Override
  public List<BookEntry> entries(Set<RecordKind> kinds, Instant from, Instant to) {
    return List.of();
  }

  @Override
  public List<BookEntry> versions(RecordId id) {
    return List.of();
  }

  @Override
  public List<Point> series(DeviceId device, Metric metric, Instant from, Instant to, int points) {
    long width = Math.max(1, (to.toEpochMilli() - from.toEpochMilli()) / points);
    TreeMap<Long, List<Double>> buckets = new TreeMap<>();
    for (Observation observation : observations(device, from, to)) {
      if (observation instanceof Reading r
          && r.metric().equals(metric)
          && r.quality() != Quality.BAD) {
        long bucket = (r.time().toEpochMilli() - from.toEpochMilli()) / width;
        buckets.computeIfAbsent(bucket, b -> new ArrayList<>()).add(r.value());
      }
    }
    return buckets.entrySet().stream()
        .map(e -> point(from.plusMillis(e.getKey() * width), e.getValue()))
        .toList();
  }

  @Override
  public List<Rejected> rejected(Optional<DeviceId> device, int most) {
    check();
    return rejected.stream()
        .filter(r -> device.isEmpty() || r.device().equals(device))
        .limit(most)
        .toList();
  }

  private static Point point(Instant time, List<Double> values) {
    var sum = values.stream().mapToDouble(d -> d).summaryStatistics();
    return new Point(time, sum.getMin(), sum.getMax(), sum.getAverage(), values.size());
  }

  private void check() {
    if (away) {
      throw new StoreUnavailable(new IllegalStateException("switched off"));
    }
  }
}
