package wuchang.console.view;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wuchang.domain.AlertId;
import wuchang.domain.alert.Alert;

/**
 * Where a list of alerts was left off: after the alert raised then. It names a place in the order
 * and not a count, so alerts that come meanwhile neither shift nor repeat what follows.
 */
public record Cursor(Instant raisedAt, AlertId id) {
  /** Newest first. */
  private static final Comparator<Cursor> ORDER =
      Comparator.comparing(Cursor::raisedAt).thenComparing(Cursor::id).reversed();

  public static Cursor at(Alert alert) {
    return new Cursor(alert.raisedAt(), alert.id());
  }

  /** Reads what {@link #word} wrote; empty when it is something else. */
  public static Optional<Cursor> of(String word) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(word);
      String[] parts = new String(bytes, StandardCharsets.UTF_8).split(" ", 2);
      return parts.length < 2
          ? Optional.empty()
          : Optional.of(new Cursor(Instant.parse(parts[0]), AlertId.of(parts[1])));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  public String word() {
    byte[] bytes = (raisedAt + " " + id).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The newest {@code limit} alerts that follow the cursor, and the cursor of the rest. */
  public static Page<Alert> page(List<Alert> alerts, Optional<Cursor> after, int limit) {
    List<Alert> rest =
        alerts.stream()
            .filter(alert -> after.isEmpty() || ORDER.compare(at(alert), after.get()) > 0)
            .sorted(Comparator.comparing(Cursor::at, ORDER))
            .limit(limit + 1L)
            .toList();
    if (rest.size() <= limit) {
      return Page.whole(rest);
    }
    List<Alert> items = rest.subList(0, limit);
    return new Page<>(items, Optional.of(at(items.get(limit - 1)).word()));
  }
}
