package wuchang.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wuchang.domain.reading.GateEvent.What;
import wuchang.domain.reading.Rejected.Reason;
import wuchang.ingest.frame.Unreadable;

/**
 * Dahua's door controllers, whose event stream a bridge puts on {@code dahua/NAME/event}: as JSON,
 * or as the stream's own lines. The time of arrival counts, for the field {@code UTC} has been seen
 * an hour wrong.
 */
final class Dahua implements Format {
  private static final Pattern LINE =
      Pattern.compile(
          "Code=([^;]{1,64});action=([^;]{1,16});index=(\\d{1,4})(?:;data=(.*))?",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  @Override
  public String name() {
    return "dahua";
  }

  @Override
  public List<String> topics() {
    return List.of("dahua/+/event");
  }

  @Override
  public Heard read(Message message) throws Unreadable {
    ObjectNode event = event(message);
    String code = event.path("Code").asText().replace("_", "");
    JsonNode data = event.path("Data");
    Thing thing = thing(message, event.path("Index").asText());
    return switch (code) {
      case "AccessControl", "DoorFace" -> Heard.of(access(thing, data, code));
      case "DoorStatus" -> doorStatus(thing, data.path("Status").asText());
      case "BreakIn" -> Heard.of(happening(thing, What.FORCED_OPEN));
      case "DoorNotClosed" -> Heard.of(happening(thing, What.HELD_OPEN));
      case "ChassisIntruded" -> Heard.of(happening(thing, What.TAMPER));
      case "RepeatEnter" -> Heard.of(happening(thing, What.PASSBACK));
      default -> Heard.NOTHING; // a card that was read (DoorCard) says nothing of the door
    };
  }

  private static Said access(Thing thing, JsonNode data, String code) {
    String method = method(data, code);
    boolean failed = data.path("Status").asText("1").equals("0");
    What what = method.equals("button") ? What.REX : failed ? What.DENIED : What.GRANTED;
    String error = data.path("ErrorCode").asText("0");
    Said.Who who =
        new Said.Who(
            data.path("UserID").asText(), Cards.normal(data.path("CardNo").asText()), method);
    return new Said.Happening(
        thing,
        When.UNSAID,
        what,
        who,
        direction(data.path("Type").asText()),
        failed && !error.equals("0") ? "error " + error : "");
  }

  private static String method(JsonNode data, String code) {
    if (code.equals("DoorFace")) {
      return "face";
    }
    return switch (data.path("Method").asText()) {
      case "1" -> "card";
      case "5" -> "button";
      case "6" -> "fp";
      case "15" -> "face";
      default -> "";
    };
  }

  private static String direction(String type) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "entry" -> "in";
      case "exit" -> "out";
      default -> "";
    };
  }

  private static Heard doorStatus(Thing thing, String status) {
    return switch (status) {
      case "Open" -> Heard.of(happening(thing, What.DOOR_OPEN));
      case "Close" -> Heard.of(happening(thing, What.DOOR_CLOSED));
      default -> Heard.NOTHING;
    };
  }

  private static Said happening(Thing thing, What what) {
    return new Said.Happening(thing, When.UNSAID, what, Said.Who.NOBODY, "", "");
  }

  private static ObjectNode event(Message message) throws Unreadable {
    Optional<Matcher> line = Optional.of(LINE.matcher(message.text())).filter(Matcher::matches);
    if (line.isEmpty()) {
      return message.object();
    }
    Matcher parts = line.get();
    ObjectNode event = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    event.put("Code", parts.group(1)).put("Action", parts.group(2)).put("Index", parts.group(3));
    String data = Optional.ofNullable(parts.group(4)).orElse("").strip();
    if (!data.isEmpty()) {
      event.set("Data", StrictJson.read(data.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
    return event;
  }

  /** By the topic's level before the last, with and without the door's number. */
  private static Thing thing(Message message, String door) throws Unreadable {
    List<String> levels = message.levels();
    if (levels.size() < 2) {
      throw new Unreadable(Reason.NO_IDENTITY, "expected a topic such as dahua/NAME/event");
    }
    String name = levels.get(levels.size() - 2);
    return Thing.named(name + "/" + door, name);
  }
}
