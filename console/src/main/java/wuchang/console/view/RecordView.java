package wuchang.console.view;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.record.RecordLife;

/** A record as the API shows it: what every record has, and beside it the fields of its form. */
public final class RecordView {
  private RecordView() {}

  public static Map<String, Object> of(BookEntry entry, Instant now) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", entry.id().value());
    view.put("version", entry.version());
    view.put("kind", entry.kind().word());
    view.put("when", entry.time());
    view.put("who", entry.who());
    view.put("by", entry.by());
    view.put("writtenAt", entry.arrived());
    entry.fields().values().forEach((name, value) -> view.put(name, plain(value)));
    entry.fields().time(RecordLife.DUE).ifPresent(due -> view.put("overdue", due.isBefore(now)));
    return view;
  }

  /** Whole numbers without a decimal point. */
  private static Object plain(Object value) {
    return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
        ? (Object) number.longValue()
        : value;
  }
}
