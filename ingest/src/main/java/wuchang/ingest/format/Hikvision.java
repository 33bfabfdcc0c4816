package wuchang.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import wuchang.domain.reading.Rejected.Reason;
import wuchang.ingest.frame.Unreadable;

/**
 * The events that Hikvision's door controllers push by ISAPI: JSON, XML, or either in a multipart
 * body beside pictures, which are not looked at. Names of people are not taken over.
 */
final class Hikvision implements Format {
  /** The topic under which bodies are handed in that came over HTTP. */
  static final String TOPIC = "wuchang/$http/hikvision";

  private final GateCodes codes = new GateCodes("hikvision-codes.yaml");

  @Override
  public String name() {
    return "hikvision";
  }

  @Override
  public List<String> topics() {
    return List.of(TOPIC);
  }

  @Override
  public Heard read(Message message) throws Unreadable {
    JsonNode root = tree(Multipart.event(message.payload()));
    JsonNode alert = root.path("EventNotificationAlert");
    JsonNode event = alert.isObject() ? alert : root;
    String type = event.path("eventType").asText();
    if (type.equals("heartBeat") || type.equals("videoloss")) {
      JsonNode online = JsonNodeFactory.instance.objectNode().put("online", true);
      Thing thing = thing(event, event.path("AccessControllerEvent"));
      return Heard.of(new Said.Values(thing, When.UNSAID, online));
    }
    JsonNode access = event.path("AccessControllerEvent");
    if (!access.isObject()) {
      return Heard.NOTHING;
    }
    return access(event, access);
  }

  private Heard access(JsonNode event, JsonNode access) throws Unreadable {
    String code =
        code(access, "majorEventType", "major") + "/" + code(access, "subEventType", "minor");
    Thing thing = thing(event, access);
    Optional<GateCodes.Meaning> meaning = codes.of(code);
    if (meaning.isEmpty()) {
      String detail = "the code " + code + " is not in the table of Hikvision's events";
      return Heard.of(new Said.Fault(thing, Reason.UNKNOWN_EVENT, detail));
    }
    if (meaning.get().event().isEmpty()) {
      return Heard.NOTHING;
    }
    Said said =
        new Said.Happening(
            thing,
            When.of(event.path("dateTime"))
                .asReplay(access.path("currentEvent").asText().equals("false")),
            meaning.get().event().get(),
            who(access, meaning.get()),
            direction(access.path("attendanceStatus").asText()),
            meaning.get().reason());
    String serial = access.path("serialNo").asText();
    Heard heard = Heard.of(said);
    String key =
        "hikvision/" + thing.names() + "/" + serial + "/" + event.path("dateTime").asText();
    return serial.isEmpty() ? heard : heard.once(key);
  }

  private static Said.Who who(JsonNode access, GateCodes.Meaning meaning) {
    String person = access.path("employeeNoString").asText();
    String number = access.path("employeeNo").asText();
    String card = Cards.normal(access.path("cardNo").asText());
    return new Said.Who(person.isEmpty() ? number : person, card, meaning.method());
  }

  private static String direction(String attendance) {
    return switch (attendance) {
      case "checkIn", "breakIn", "overtimeIn" -> "in";
      case "checkOut", "breakOut", "overtimeOut" -> "out";
      default -> "";
    };
  }

  private static String code(JsonNode access, String name, String brief) {
    String code = access.path(name).asText();
    return code.isEmpty() ? access.path(brief).asText() : code;
  }

  private static Thing thing(JsonNode event, JsonNode access) throws Unreadable {
    String mac = event.path("macAddress").asText();
    String door = access.path("doorNo").asText();
    String device = event.path("deviceID").asText();
    String address = event.path("ipAddress").asText();
    Thing thing =
        Thing.named(
            door.isEmpty() || mac.isEmpty() ? "" : mac + "/" + door,
            door.isEmpty() || device.isEmpty() ? "" : device + "/" + door,
            mac,
            device,
            address,
            access.path("deviceName").asText());
    if (thing.names().isEmpty()) {
      throw new Unreadable(Reason.NO_IDENTITY, "expected macAddress, deviceID or ipAddress");
    }
    return thing;
  }

  private static JsonNode tree(byte[] body) throws Unreadable {
    for (byte each : body) {
      if (each == '<') {
        return XmlTree.read(body);
      }
      if (each == '{') {
        return StrictJson.read(body);
      }
    }
    throw new Unreadable(Reason.MALFORMED, "expected JSON or XML");
  }
}
