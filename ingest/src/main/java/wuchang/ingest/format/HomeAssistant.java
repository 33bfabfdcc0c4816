package wuchang.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.ingest.frame.Unreadable;

/**
 * Home Assistant's discovery: things describe themselves on {@code homeassistant/…/config}. Each is
 * offered with the source that would fit it. One whose source names only its id is then read by
 * what it described, where its state comes in on a topic that is listened to; a source with a topic
 * and a map is read by these. Not safe for use by several threads.
 */
final class HomeAssistant implements Format {
  private static final int MOST = 2_000;
  private static final AnyJson STATES = new AnyJson("homeassistant");

  private final Map<String, Discovered> byConfig = new LinkedHashMap<>();

  @Override
  public String name() {
    return "homeassistant";
  }

  @Override
  public List<String> topics() {
    return List.of("homeassistant/#");
  }

  @Override
  public Heard read(Message message) throws Unreadable {
    return message.topic().endsWith("/config") ? config(message) : state(message);
  }

  private Heard config(Message message) throws Unreadable {
    byConfig.remove(message.topic());
    if (message.text().isEmpty()) {
      return Heard.NOTHING; // it is gone
    }
    Optional<Discovered> described = Discovered.read(message.object());
    if (described.isEmpty()) {
      return Heard.NOTHING; // no sensor
    }
    byConfig.put(message.topic(), described.get());
    if (byConfig.size() > MOST) {
      byConfig.remove(byConfig.keySet().iterator().next());
    }
    return Heard.of(new Said.Offer(thing(described.get()), described.get().asSource()));
  }

  private Heard state(Message message) throws Unreadable {
    List<Said> said = new ArrayList<>();
    for (Said each : STATES.read(message).said()) {
      Said.Values values = (Said.Values) each;
      boolean described = false;
      for (Discovered thing : byConfig.values()) {
        if (thing.stateTopic().equals(message.topic())) {
          described = true;
          said.add(new Said.Values(thing(thing), values.when(), read(thing, values.body())));
        }
      }
      // For sources with a topic and a map; nobody misses one whose states nobody described.
      said.add(
          described
              ? new Said.Values(values.thing().quietly(), values.when(), values.body())
              : values);
    }
    return Heard.of(said);
  }

  private static ObjectNode read(Discovered thing, JsonNode body) {
    ObjectNode named = JsonNodeFactory.instance.objectNode();
    JsonNode value = body.at(thing.pointer());
    if (!value.isMissingNode()) {
      named.withObject("/discovered").set(thing.metric(), thing.inOwnUnit(value));
    }
    return named;
  }

  private static Thing thing(Discovered discovered) {
    return Thing.named(discovered.id(), discovered.deviceId());
  }
}
