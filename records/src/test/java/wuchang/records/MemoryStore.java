package wuchang.records;

import java.time.Instant;
import java.util.ArrayList;
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

/** A store in memory that has records only, and can be away. */
final class MemoryStore implements History {
  final List<BookEntry> entries = new ArrayList<>();
  boolean away;

  @Override
  public List<BookEntry> entries(Set<RecordKind> kinds, Instant from, Instant to) {
    return present().stream()
        .filter(e -> kinds.contains(e.kind()))
        .filter(e -> !e.time().isBefore(from) && e.time().isBefore(to))
        .toList();
  }

  @Override
  public List<BookEntry> versions(RecordId id) {
    return present().stream().filter(e -> e.id().equals(id)).toList();
  }

  @Override
  public Map<DeviceId, Instant> newest() {
    return Map.of();
  }

  @Override
  public void replay(Instant from, Instant to, Consumer<Observation> each) {}

  @Override
  public List<Observation> observations(DeviceId device, Instant from, Instant to) {
    return List.of();
  }

  @Override
  public List<Point> series(DeviceId device, Metric metric, Instant from, Instant to, int points) {
    return List.of();
  }

  @Override
  public List<Rejected> rejected(Optional<DeviceId> device, int most) {
    return List.of();
  }

  private List<BookEntry> present() {
    if (away) {
      throw new StoreUnavailable(new IllegalStateException("switched off"));
    }
    return entries;
  }
}
