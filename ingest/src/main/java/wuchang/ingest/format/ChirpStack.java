package wuchang.ingest.format;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import wuchang.domain.reading.Rejected.Reason;
import wuchang.ingest.frame.Unreadable;

/** The events of ChirpStack v4, as its MQTT integration sends them in JSON. */
final class ChirpStack implements Format {
  private static final JsonPointer OBJECT = JsonPointer.compile("/object");

  @Override
  public String name() {
    return "chirpstack";
  }

  @Override
  public List<String> topics() {
    return List.of("application/+/device/+/event/+");
  }

  @Override
  public Heard read(Message message) throws Unreadable {
    List<String> levels = message.levels();
    String event = levels.get(levels.size() - 1);
    return switch (event) {
      case "up" -> up(message.object());
      case "status" -> status(message.object());
      case "log" -> log(message.object());
      default -> Heard.NOTHING;
    };
  }

  private static Heard up(ObjectNode up) throws Unreadable {
    Thing thing = thing(up);
    When when = When.of(up.path("time"));
    byte[] bytes = Base64Text.read(up.path("data"));
    // proto3 leaves zeros out: a frame counter that is absent is 0.
    Heard heard =
        Heard.of(new Said.Uplink(thing, when, up, OBJECT, bytes, up.path("fPort").asInt()));
    String key = key(up, thing);
    return key.isEmpty() ? heard : heard.once(key);
  }

  private static String key(JsonNode up, Thing thing) {
    String id = up.path("deduplicationId").asText();
    if (!id.isEmpty()) {
      return "chirpstack/" + id;
    }
    String address = up.path("devAddr").asText();
    return address.isEmpty()
        ? ""
        : String.join(
            "/", "chirpstack", thing.names().get(0), address, up.path("fCnt").asText("0"));
  }

  private static Heard status(ObjectNode status) throws Unreadable {
    When when = When.of(status.path("time"));
    return Heard.of(new Said.Values(thing(status), when, status));
  }

  private static Heard log(ObjectNode log) throws Unreadable {
    if (!log.path("level").asText().equals("ERROR")) {
      return Heard.NOTHING;
    }
    String detail = log.path("code").asText() + ": " + log.path("description").asText();
    return Heard.of(new Said.Fault(thing(log), Reason.DECODE_FAILED, detail));
  }

  private static Thing thing(JsonNode event) throws Unreadable {
    JsonNode device = event.path("deviceInfo");
    String eui = device.path("devEui").asText();
    if (eui.isEmpty()) {
      throw new Unreadable(Reason.NO_IDENTITY, "expected /deviceInfo/devEui");
    }
    return Thing.named(eui, device.path("deviceName").asText())
        .sold(device.path("deviceProfileName").asText());
  }
}
