package wuchang.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import wuchang.ingest.frame.Unreadable;

/** Shelly, second generation and later: notifications carry only what has changed. */
final class Shelly implements Format {
  private static final String EVENTS = "/events/rpc";
  private static final String ONLINE = "/online";
  private static final String STATUS = "/status/";

  @Override
  public String name() {
    return "shelly";
  }

  @Override
  public List<String> topics() {
    return List.of("+" + EVENTS, "+" + STATUS + "+", "+" + ONLINE);
  }

  @Override
  public Heard read(Message message) throws Unreadable {
    String topic = message.topic();
    if (topic.endsWith(ONLINE)) {
      ObjectNode online = JsonNodeFactory.instance.objectNode().put("online", message.text());
      return Heard.of(new Said.Values(before(topic, ONLINE), When.UNSAID, online));
    }
    if (topic.endsWith(EVENTS)) {
      return event(before(topic, EVENTS), message.object());
    }
    int status = topic.lastIndexOf(STATUS);
    if (status < 0) {
      return Heard.NOTHING;
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set(topic.substring(status + STATUS.length()), message.json());
    return Heard.of(new Said.Values(Thing.named(topic.substring(0, status)), When.UNSAID, body));
  }

  private static Heard event(Thing byTopic, ObjectNode root) {
    String method = root.path("method").asText();
    JsonNode params = root.path("params");
    if (!params.isObject()
        || !method.equals("NotifyStatus") && !method.equals("NotifyFullStatus")) {
      return Heard.NOTHING;
    }
    String prefix = byTopic.names().isEmpty() ? "" : byTopic.names().get(0);
    Thing thing = Thing.named(prefix, root.path("src").asText());
    return Heard.of(new Said.Values(thing, When.of(params.path("ts")), params));
  }

  private static Thing before(String topic, String end) {
    return Thing.named(topic.substring(0, topic.length() - end.length()));
  }
}
