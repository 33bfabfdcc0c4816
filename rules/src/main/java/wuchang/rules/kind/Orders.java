package wuchang.rules.kind;

import java.util.HashMap;
import java.util.Map;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.record.RecordKind;

/**
 * The orders of recent days, for goods and for maintenance: when a door is open for them.
 *
 * @param spans by record, so that a correction takes the place of what it corrects
 */
public record Orders(Map<String, Span> spans) {
  public static final Orders NONE = new Orders(Map.of());

  /** An order is forgotten so long after its end, in milliseconds. */
  private static final long KEPT = 2 * 86_400_000L;

  /** From when until when a door is open, both ends included. */
  public record Span(long from, long until) {}

  public Orders {
    spans = Map.copyOf(spans);
  }

  /** The door or area it is for, if it is for one, must be the gate's. */
  Orders after(BookEntry entry, Access access) {
    if (entry.kind() != RecordKind.ORDER || !isFor(entry, access)) {
      return this;
    }
    long at = entry.time().toEpochMilli();
    Map<String, Span> more = new HashMap<>(spans);
    more.values().removeIf(span -> span.until() + KEPT < at);
    more.put(
        entry.id().value(),
        new Span(
            entry.fields().time("from").map(t -> t.toEpochMilli()).orElse(at),
            entry.fields().time("until").map(t -> t.toEpochMilli()).orElse(at)));
    return new Orders(more);
  }

  boolean cover(long at) {
    return spans.values().stream().anyMatch(span -> at >= span.from() && at <= span.until());
  }

  private static boolean isFor(BookEntry entry, Access access) {
    var door = entry.fields().text("door").or(() -> entry.fields().text("device"));
    if (door.isPresent()) {
      return door.get().equals(access.gate());
    }
    return entry.fields().text("area").map(access.area()::equals).orElse(true);
  }
}
