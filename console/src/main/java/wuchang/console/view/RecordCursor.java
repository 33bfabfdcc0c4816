package wuchang.console.view;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wuchang.domain.RecordId;
import wuchang.domain.reading.BookEntry;

/** Where a list of records was left off: after the record of that time and id; newest first. */
public record RecordCursor(Instant time, RecordId id) {
  private static final Comparator<RecordCursor> ORDER =
      Comparator.comparing(RecordCursor::time).thenComparing(RecordCursor::id).reversed();

  private static RecordCursor at(BookEntry entry) {
    return new RecordCursor(entry.time(), entry.id());
  }

  /** Reads what {@link #word} wrote; empty when it is something else. */
  public static Optional<RecordCursor> of(String word) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8);
      int space = text.indexOf(' ');
      return space < 0
          ? Optional.empty()
          : Optional.of(
              new RecordCursor(
                  Instant.parse(text.substring(0, space)), RecordId.of(text.substring(space + 1))));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  public String word() {
    byte[] bytes = (time + " " + id).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The newest records that follow the cursor, and the cursor of the rest. */
  public static Page<BookEntry> page(
      List<BookEntry> newestFirst, Optional<RecordCursor> after, int limit) {
    List<BookEntry> rest =
        newestFirst.stream()
            .filter(entry -> after.isEmpty() || ORDER.compare(at(entry), after.get()) > 0)
            .limit(limit + 1L)
            .toList();
    if (rest.size() <= limit) {
      return Page.whole(rest);
    }
    List<BookEntry> items = rest.subList(0, limit);
    return new Page<>(items, Optional.of(at(items.get(limit - 1)).word()));
  }
}
