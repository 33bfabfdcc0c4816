package wuchang.ingest.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import wuchang.ingest.frame.Unreadable;

/**
 * Zigbee2MQTT: a topic for each thing, whose friendly name may have slashes. What it sends is the
 * last known state of everything, so a value may be much older than the message.
 */
final class Zigbee2Mqtt implements Format {
  private static final String AVAILABILITY = "/availability";

  /**
   * A time in whole seconds cannot tell two messages of one second apart; so it is for old ones.
   */
  private static final long COARSE = 1000;

  private static final long FRESH = Duration.ofMinutes(1).toMillis();

  @Override
  public String name() {
    return "zigbee2mqtt";
  }

  @Override
  public List<String> topics() {
    return List.of("zigbee2mqtt/#");
  }

  @Override
  public Heard read(Message message) throws Unreadable {
    List<String> levels = message.levels();
    String rest = message.filter().rest(message.topic());
    String name = rest.isEmpty() ? levels.get(levels.size() - 1) : rest;
    if (name.isEmpty() || name.equals("bridge") || name.startsWith("bridge/")) {
      return Heard.NOTHING;
    }
    if (name.endsWith(AVAILABILITY)) {
      String friendly = name.substring(0, name.length() - AVAILABILITY.length());
      return Heard.of(new Said.Values(Thing.named(friendly), When.UNSAID, online(message)));
    }
    if (name.endsWith("/set") || name.endsWith("/get") || !message.text().startsWith("{")) {
      return Heard.NOTHING; // commands, and single attributes, which stand in the object, too
    }
    ObjectNode body = message.object();
    return Heard.of(new Said.Values(Thing.named(name), when(body, message), body));
  }

  private static When when(ObjectNode body, Message message) {
    When seen = When.of(body.path("last_seen"));
    OptionalLong millis = seen.millis();
    boolean ambiguous =
        millis.isPresent()
            && millis.getAsLong() % COARSE == 0
            && Math.abs(message.arrived().toEpochMilli() - millis.getAsLong()) < FRESH;
    return ambiguous ? When.UNSAID : seen;
  }

  /** {@code online} alone, or as the state of an object. */
  private static ObjectNode online(Message message) throws Unreadable {
    String text = message.text();
    String state = text.startsWith("{") ? message.object().path("state").asText() : text;
    return JsonNodeFactory.instance.objectNode().put("online", state);
  }
}
