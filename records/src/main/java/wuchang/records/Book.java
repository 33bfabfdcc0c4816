package wuchang.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import wuchang.domain.RecordId;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.record.RecordForm;
import wuchang.domain.record.RecordKind;

/**
 * The entries of recent times, every version of each record. A fold: the same entries in any order,
 * and as often as you like, make the same book. For one thread.
 */
final class Book {
  private static final Comparator<BookEntry> NEWEST_FIRST =
      Comparator.comparing(BookEntry::time).thenComparing(BookEntry::id).reversed();

  private final Map<RecordId, TreeMap<Integer, BookEntry>> records = new HashMap<>();

  /** Adds an entry; of one version the first stays. */
  void add(BookEntry entry) {
    records.computeIfAbsent(entry.id(), id -> new TreeMap<>()).putIfAbsent(entry.version(), entry);
  }

  Optional<BookEntry> newest(RecordId id) {
    return Optional.ofNullable(records.get(id)).map(versions -> versions.lastEntry().getValue());
  }

  /** Every version, the first one first. */
  List<BookEntry> versions(RecordId id) {
    return records.containsKey(id) ? List.copyOf(records.get(id).values()) : List.of();
  }

  /** Every version of every record of a kind. */
  List<BookEntry> of(RecordKind kind) {
    return records.values().stream()
        .flatMap(versions -> versions.values().stream())
        .filter(entry -> entry.kind() == kind)
        .toList();
  }

  /** The newest version of each record whose time lies in [from, to), newest first. */
  static List<BookEntry> standing(List<BookEntry> versions, Instant from, Instant to) {
    Book book = new Book();
    versions.forEach(book::add);
    return book.records.values().stream()
        .map(each -> each.lastEntry().getValue())
        .filter(entry -> !entry.time().isBefore(from) && entry.time().isBefore(to))
        .sorted(NEWEST_FIRST)
        .toList();
  }

  /** Lets go of records before an instant that nobody waits for; they are in the store. */
  void forget(Instant before) {
    List<RecordId> old = new ArrayList<>();
    records.forEach(
        (id, versions) -> {
          BookEntry newest = versions.lastEntry().getValue();
          if (newest.time().isBefore(before) && isOver(newest)) {
            old.add(id);
          }
        });
    old.forEach(records::remove);
  }

  private static boolean isOver(BookEntry entry) {
    return RecordForm.of(entry.kind()).life().map(life -> life.isOver(entry.state())).orElse(true);
  }
}
