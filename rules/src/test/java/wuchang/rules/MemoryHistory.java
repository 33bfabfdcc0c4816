package wuchang.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import wuchang.domain.DeviceId;
import wuchang.domain.RecordId;
import wuchang.domain.journal.History;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Rejected;
import wuchang.domain.record.RecordKind;

/** A store in memory that can be away. */
final class MemoryHistory implements History {
  final List<Observation> stored = new ArrayList<>();
  final List<BookEntry> entries = new ArrayList<>();
  boolean away;

  @Override
  public Map<DeviceId, Instant> newest() {
    Map<DeviceId, Instant> newest = new HashMap<>();
    present().forEach(o -> newest.merge(o.device(), o.time(), (a, b) -> a.isAfter(b) ? a : b));
    return newest;
  }

  @Override
  public void replay(Instant from, Instant to, Consumer<Observation> each) {
    present().forEach(each);
  }

  @Override
  public List<Observation> observations(DeviceId device, Instant from, Instant to) {
    return present().stream()
        .filter(o -> o.device().equals(device))
        .filter(o -> !o.time().isBefore(from) && o.time().isBefore(to))
        .sorted(Comparator.comparing(Observation::time))
        .toList();
  }

  @Override
  public List<BookEntry> entries(Set<RecordKind> kinds, Instant from, Instant to) {
    if (away) {
      throw new StoreUnavailable(new IllegalStateException("switched off"));
    }
    return entries.stream()
        .filter(e -> kinds.contains(e.kind()))
        .filter(e -> !e.time().isBefore(from) && e.time().isBefore(to))
        .sorted(Comparator.comparing(BookEntry::time))
        .toList();
  }

  @Override
  public List<BookEntry> versions(RecordId id) {
    return entries.stream().filter(e -> e.id().equals(id)).toList();
  }

  @Override
  public List<Point> series(DeviceId device, Metric metric, Instant from, Instant to, int points) {
    return List.of();
  }

  @Override
  public List<Rejected> rejected(Optional<DeviceId> device, int most) {
    return List.of();
  }

  private List<Observation> present() {
    if (away) {
      throw new StoreUnavailable(new IllegalStateException("switched off"));
    }
    return stored;
  }
}
