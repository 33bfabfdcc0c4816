package wuchang.domain.journal;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import wuchang.domain.DeviceId;
import wuchang.domain.RecordId;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.domain.reading.Rejected;
import wuchang.domain.record.RecordKind;

/** What is in the store. Blocking; {@link StoreUnavailable} when the database is away. */
public interface History {
  /** The database cannot be reached or does not answer. */
  final class StoreUnavailable extends RuntimeException {
    public StoreUnavailable(Throwable cause) {
      super("the store is not available: " + cause.getMessage(), cause);
    }
  }

  /** Low, high and mean of the values in a stretch of time; {@code n} good values went in. */
  record Point(Instant time, double min, double max, double mean, long n) {}

  /** The time of the newest observation of every device that has any. */
  Map<DeviceId, Instant> newest();

  /** All observations of all devices in [from, to), by time, then device. */
  void replay(Instant from, Instant to, Consumer<Observation> each);

  /** The devices of which there is anything in [from, to). */
  default Set<DeviceId> heard(Instant from, Instant to) {
    Set<DeviceId> heard = new HashSet<>();
    replay(from, to, observation -> heard.add(observation.device()));
    return heard;
  }

  /** All observations of one device in [from, to), by time. */
  List<Observation> observations(DeviceId device, Instant from, Instant to);

  /** The readings of one device in [from, to) of some metrics, those of each metric by time. */
  default List<Reading> readings(DeviceId device, Set<Metric> metrics, Instant from, Instant to) {
    return observations(device, from, to).stream()
        .filter(Reading.class::isInstance)
        .map(Reading.class::cast)
        .filter(reading -> metrics.contains(reading.metric()))
        .toList();
  }

  /** Every version of the records of these kinds whose time lies in [from, to), by time. */
  List<BookEntry> entries(Set<RecordKind> kinds, Instant from, Instant to);

  /** Every version of one record, the first one first. */
  List<BookEntry> versions(RecordId id);

  /** A series thinned to at most so many points; gaps stay gaps. */
  List<Point> series(DeviceId device, Metric metric, Instant from, Instant to, int points);

  /** What was refused, newest first; of one device, or of all. */
  List<Rejected> rejected(Optional<DeviceId> device, int most);
}
