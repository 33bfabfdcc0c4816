package wuchang.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Rejected.Reason;

/** What all forms of a message have in common: objects, alone or in an array, each with a time. */
final class Element {
  static final String TIME = "ts";
  static final String REPLAY = "replay";

  private Element() {}

  /** Hands over each object; what is no object is refused. */
  static void each(JsonNode root, DeviceId device, Harvest harvest, Consumer<JsonNode> object) {
    if (root.isArray()) {
      for (JsonNode element : root) {
        one(element, device, harvest, object);
      }
    } else {
      one(root, device, harvest, object);
    }
  }

  /** When the object was, or empty and refused. */
  static Optional<Stamp> stamp(
      JsonNode object, DeviceId device, Harvest harvest, Duration retention) {
    return stamp(object, device, harvest, retention, Long.MIN_VALUE);
  }

  /**
   * As above.
   *
   * @param caughtUp what was before this is history though it does not say so
   */
  static Optional<Stamp> stamp(
      JsonNode object, DeviceId device, Harvest harvest, Duration retention, long caughtUp) {
    SaidTime said = SaidTime.of(object.path(TIME));
    JsonNode replay = object.path(REPLAY);
    if (!said.readable()) {
      String detail = "«ts» is " + seen(object.path(TIME)) + "; expected epoch milliseconds or";
      return refused(harvest, device, Reason.BAD_TIME, detail + " ISO-8601 with an offset");
    }
    if (!replay.isMissingNode() && !replay.isBoolean()) {
      String detail = "«replay» is " + seen(replay) + "; expected true or false";
      return refused(harvest, device, Reason.BAD_VALUE, detail);
    }
    if (replay.asBoolean() && said.millis().isEmpty()) {
      return refused(harvest, device, Reason.BAD_TIME, "history needs a «ts» of its own");
    }
    boolean history = replay.asBoolean() || said.millis().orElse(caughtUp) < caughtUp;
    return Optional.of(Stamp.of(said.millis(), history, harvest.incoming(), retention));
  }

  /** A value as it is named in messages: its type, and itself when that is short. */
  static String seen(JsonNode node) {
    if (node.isContainerNode()) {
      return node.isArray() ? "an array" : "an object";
    }
    return node.isTextual() ? "the text " + Legible.quoted(node.textValue()) : node.asText();
  }

  private static void one(
      JsonNode node, DeviceId device, Harvest harvest, Consumer<JsonNode> object) {
    if (node.isObject()) {
      object.accept(node);
    } else {
      String detail = "expected an object or an array of objects, found " + seen(node);
      harvest.refuse(Reason.MALFORMED, Optional.of(device), detail);
    }
  }

  private static Optional<Stamp> refused(
      Harvest harvest, DeviceId device, Reason reason, String detail) {
    harvest.refuse(reason, Optional.of(device), detail);
    return Optional.empty();
  }
}
