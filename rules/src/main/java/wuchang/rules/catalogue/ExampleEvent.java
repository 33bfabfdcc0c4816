package wuchang.rules.catalogue;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import wuchang.domain.DeviceId;
import wuchang.domain.book.EntryReader;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Provenance;
import wuchang.domain.record.RecordKind;

/**
 * Something that happens in an example: {@code granted@10s}, {@code granted person=cook
 * direction=in@10s}, {@code gate-2:granted@10s} at one around, {@code record:sample meal=lunch
 * grams=150@1h}. A value that begins with a plus sign is a time of the example: {@code until=+30m}.
 */
record ExampleEvent(String text, DeviceId device, Instant start) {
  private static final String RECORD = "record:";

  Instant time() {
    return start.plus(ExampleSite.duration(text.substring(text.lastIndexOf('@') + 1)));
  }

  /**
   * @throws IllegalArgumentException naming what is no event or record
   */
  Observation said() {
    String[] words = text.substring(0, text.lastIndexOf('@')).strip().split("\\s+");
    Map<String, Object> more = new LinkedHashMap<>();
    for (int i = 1; i < words.length; i++) {
      String[] pair = words[i].split("=", 2);
      more.put(pair[0], pair.length == 2 ? value(pair[1]) : true);
    }
    return words[0].startsWith(RECORD)
        ? entry(words[0].substring(RECORD.length()), more)
        : event(words[0], more);
  }

  private Object value(String word) {
    if (word.startsWith("+")) {
      return start.plus(ExampleSite.duration(word.substring(1))).toString();
    }
    if (word.equals("true") || word.equals("false")) {
      return Boolean.valueOf(word);
    }
    // Longer ones are the numbers of cards.
    return word.matches("-?\\d{1,7}(\\.\\d+)?") ? (Object) Double.valueOf(word) : word;
  }

  private BookEntry entry(String word, Map<String, Object> fields) {
    RecordKind kind =
        RecordKind.of(word)
            .orElseThrow(() -> new IllegalArgumentException("«" + word + "» is no kind of record"));
    EntryReader.Said said = new EntryReader.Said(device, time(), Provenance.LIVE, time());
    EntryReader.Outcome outcome = EntryReader.read(kind, fields, said);
    return outcome
        .entry()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "«%s»: %s".formatted(text, outcome.faults().get(0).what().en())));
  }

  private GateEvent event(String head, Map<String, Object> more) {
    String[] parts = head.split(":", 2);
    DeviceId at = parts.length == 1 ? device : DeviceId.of(parts[0]);
    String word = parts[parts.length - 1];
    GateEvent.What what =
        GateEvent.What.of(word)
            .orElseThrow(() -> new IllegalArgumentException("«" + word + "» is no event"));
    return new GateEvent(
        at,
        time(),
        what,
        word(more, "person"),
        word(more, "card"),
        word(more, "direction"),
        "",
        "",
        Provenance.LIVE,
        time());
  }

  private static String word(Map<String, Object> more, String name) {
    return more.getOrDefault(name, "").toString();
  }
}
