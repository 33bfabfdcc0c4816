package wuchang.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.GateEvent.What;
import wuchang.domain.reading.Rejected.Reason;

/**
 * The native events of CONTRACT §3, and the records that come as such. Person and card are kept
 * exactly as they come, for a shortened id is a wrong id; what only describes is shortened.
 */
final class GateEvents {
  private static final int LONGEST = 128;
  private static final String EVENTS =
      Arrays.stream(What.values()).map(What::word).collect(Collectors.joining(" "));

  private final Harvest harvest;
  private final Duration retention;

  GateEvents(Harvest harvest, Duration retention) {
    this.harvest = harvest;
    this.retention = retention;
  }

  void read(JsonNode root, DeviceId device) {
    Element.each(root, device, harvest, object -> readOne(object, device));
  }

  private void readOne(JsonNode object, DeviceId device) {
    if (!harvest.hasRoom()) {
      return;
    }
    String word = text(object, "event");
    if (word.startsWith(Notes.EVENT)) {
      new Notes(harvest, retention).read(object, word, device);
      return;
    }
    Optional<What> what = What.of(word);
    if (what.isEmpty()) {
      String detail = "the event is " + Legible.quoted(word) + "; expected one of " + EVENTS;
      harvest.refuse(Reason.UNKNOWN_EVENT, Optional.of(device), detail);
      return;
    }
    if (!isFit(person(object)) || !isFit(card(object))) {
      String detail = "person or card is longer than 128 characters or not printable";
      harvest.refuse(Reason.BAD_VALUE, Optional.of(device), detail);
      return;
    }
    Element.stamp(object, device, harvest, retention)
        .ifPresent(stamp -> harvest.event(event(object, device, what.get(), stamp)));
  }

  private GateEvent event(JsonNode object, DeviceId device, What what, Stamp stamp) {
    return new GateEvent(
        device,
        stamp.time(),
        what,
        person(object),
        card(object),
        Legible.text(text(object, "direction"), LONGEST),
        Legible.text(text(object, "method"), LONGEST),
        Legible.text(text(object, "reason"), LONGEST),
        stamp.provenance(),
        harvest.incoming().arrived());
  }

  private static String person(JsonNode object) {
    return text(object, "person", "personId");
  }

  private static String card(JsonNode object) {
    return text(object, "card", "cardNo");
  }

  private static boolean isFit(String id) {
    return Legible.isFit(id, LONGEST);
  }

  /** The first of these fields that says anything; a number is taken as it is written. */
  private static String text(JsonNode object, String... names) {
    for (String name : names) {
      JsonNode node = object.path(name);
      if (node.isValueNode() && !node.isNull() && !node.asText().isEmpty()) {
        return node.asText();
      }
    }
    return "";
  }
}
