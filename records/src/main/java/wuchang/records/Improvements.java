package wuchang.records;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import wuchang.domain.book.RecordCommand.Improvement;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.record.RecordFields;

/** Topics that come back are what to improve (DOMAIN.md A23). */
final class Improvements {
  static final Duration WINDOW = Duration.ofDays(30);

  /** So often within the window; a choice of ours. */
  private static final int OFTEN = 3;

  private record Topic(String words, Optional<String> area) {}

  private Improvements() {}

  /**
   * What came back, the oftenest first.
   *
   * @param entries the newest version of each record of feedback and repair in the window
   */
  static List<Improvement> of(List<BookEntry> entries) {
    Map<Topic, List<Instant>> topics = new LinkedHashMap<>();
    for (BookEntry entry : entries) {
      topic(entry.fields())
          .ifPresent(
              topic -> topics.computeIfAbsent(topic, t -> new ArrayList<>()).add(entry.time()));
    }
    List<Improvement> items = new ArrayList<>();
    topics.forEach(
        (topic, times) -> {
          if (times.size() >= OFTEN) {
            items.add(item(topic, times.stream().sorted().toList()));
          }
        });
    items.sort(
        Comparator.comparing(Improvement::times).reversed().thenComparing(Improvement::topic));
    return items;
  }

  private static Improvement item(Topic topic, List<Instant> times) {
    Instant last = times.get(times.size() - 1);
    return new Improvement(topic.words(), topic.area(), times.size(), times.get(0), last);
  }

  private static Optional<Topic> topic(RecordFields fields) {
    return fields
        .text("topic")
        .or(() -> fields.text("device"))
        .map(words -> new Topic(words.strip().toLowerCase(Locale.ROOT), fields.text("area")));
  }
}
