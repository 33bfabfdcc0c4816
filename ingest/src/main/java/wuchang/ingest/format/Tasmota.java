package wuchang.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import wuchang.domain.Unit;
import wuchang.domain.reading.Rejected.Reason;
import wuchang.ingest.frame.Unreadable;

/**
 * Tasmota's telemetry. The topic's order is a setting, so the prefix may stand anywhere. Its time
 * is local and has no offset. Temperatures are handed on in °C whatever it is set to.
 */
final class Tasmota implements Format {
  private static final String MORE = "more";

  @Override
  public String name() {
    return "tasmota";
  }

  @Override
  public List<String> topics() {
    return List.of("tele/#", "stat/#");
  }

  @Override
  public Heard read(Message message) throws Unreadable {
    List<String> levels = new ArrayList<>(message.levels());
    String what = levels.remove(levels.size() - 1);
    if (!levels.remove("tele") && !levels.remove("stat")) {
      throw new Unreadable(Reason.UNKNOWN_TOPIC, "expected tele or stat as a level of the topic");
    }
    Thing thing = Thing.named(String.join("/", levels));
    return switch (what) {
      case "LWT" -> {
        ObjectNode online = JsonNodeFactory.instance.objectNode().put("online", message.text());
        yield Heard.of(new Said.Values(thing, When.UNSAID, online));
      }
      case "SENSOR", "STATE", "RESULT", "STATUS8", "STATUS10" -> sensors(thing, message);
      default -> Heard.NOTHING;
    };
  }

  private static Heard sensors(Thing thing, Message message) throws Unreadable {
    ObjectNode root = message.object();
    ObjectNode body = root.path("StatusSNS") instanceof ObjectNode asked ? asked : root;
    JsonNode epoch = body.path("Epoch");
    When when = epoch.isNumber() ? When.of(epoch) : When.local(body.path("Time"), message.zone());
    toCelsius(body);
    name(body);
    List<Said> said = new ArrayList<>();
    said.add(new Said.Values(thing, when, body));
    if (body.path("RC522").has("UID")) {
      String detail = "a card was held to the reader, which does not say whether the gate opened";
      said.add(new Said.Fault(thing, Reason.UNKNOWN_EVENT, detail));
    }
    return Heard.of(said);
  }

  private static void toCelsius(ObjectNode body) {
    if (!body.path("TempUnit").asText().equals("F")) {
      return;
    }
    for (JsonNode each : body) {
      if (each instanceof ObjectNode sensor) {
        for (String name : List.of("Temperature", "DewPoint")) {
          JsonNode value = sensor.path(name);
          if (value.isNumber()) {
            sensor.put(name, Unit.FAHRENHEIT.convert(value.doubleValue(), Unit.CELSIUS));
          }
        }
      }
    }
    body.put("TempUnit", "C");
  }

  /**
   * Sensors with an id are to be found by it, for their number changes when one is added. Where
   * several measure temperatures, each has a metric of its own.
   */
  private static void name(ObjectNode body) {
    ObjectNode byId = body.objectNode();
    ObjectNode more = body.objectNode();
    for (Map.Entry<String, JsonNode> each : body.properties()) {
      JsonNode sensor = each.getValue();
      String id = sensor.path("Id").asText();
      if (!id.isEmpty()) {
        byId.set(id, sensor);
      }
      if (sensor.has("Temperature")) {
        String name = id.isEmpty() ? each.getKey() : id;
        more.set("temperature_" + name.toLowerCase(Locale.ROOT), sensor.path("Temperature"));
      }
    }
    byId.properties().forEach(each -> body.putIfAbsent(each.getKey(), each.getValue()));
    if (more.size() > 1) {
      body.set(MORE, more);
    }
  }
}
