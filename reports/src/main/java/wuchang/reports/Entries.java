package wuchang.reports;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import wuchang.domain.RecordId;
import wuchang.domain.reading.BookEntry;

/** Records as they stand. */
final class Entries {
  private Entries() {}

  /** The newest version of each, by time, then id. */
  static Stream<BookEntry> newest(List<BookEntry> versions) {
    Map<RecordId, BookEntry> newest = new LinkedHashMap<>();
    versions.forEach(
        entry -> newest.merge(entry.id(), entry, (a, b) -> a.version() > b.version() ? a : b));
    return newest.values().stream()
        .sorted(Comparator.comparing(BookEntry::time).thenComparing(BookEntry::id));
  }
}
