package wuchang.domain.book;

import java.util.List;
import wuchang.domain.reading.BookEntry;

/** Entries that are on disk, as they are told to the stages. */
public record BookEntries(List<BookEntry> entries) {
  public BookEntries {
    entries = List.copyOf(entries);
  }
}
