package wuchang.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import wuchang.domain.reading.Rejected.Reason;
import wuchang.ingest.frame.Unreadable;

/**
 * EMQX Neuron, and the many gateways that send as it does. Both its forms become {@code values} by
 * tag; a tag that could not be read is null there, for that is not «no change».
 */
final class Neuron implements Format {
  private static final int RUNNING = 3;

  @Override
  public String name() {
    return "neuron";
  }

  @Override
  public List<String> topics() {
    return List.of("/neuron/#", "neuron/#");
  }

  @Override
  public Heard read(Message message) throws Unreadable {
    ObjectNode root = message.object();
    if (root.path("states").isArray()) {
      return heartbeat(root);
    }
    String node = text(root, "node", "node_name");
    String group = text(root, "group", "group_name");
    if (node.isEmpty()) {
      throw new Unreadable(Reason.NO_IDENTITY, "expected the name of a «node»");
    }
    ObjectNode values = root.path("values") instanceof ObjectNode some ? some : root.objectNode();
    for (JsonNode tag : root.path("tags")) {
      String name = tag.path("name").asText();
      if (tag.has("error") && tag.path("error").asInt() != 0) {
        values.putNull(name);
      } else if (tag.has("value")) {
        values.set(name, tag.path("value"));
      }
    }
    root.path("errors").properties().forEach(each -> values.putNull(each.getKey()));
    root.set("values", values);
    Thing thing = Thing.named(node + "/" + group, node);
    return Heard.of(new Said.Values(thing, When.of(root.path("timestamp")), root));
  }

  private static Heard heartbeat(ObjectNode root) {
    When when = When.of(root.path("timestamp"));
    List<Said> said = new ArrayList<>();
    for (JsonNode state : root.path("states")) {
      Thing thing = Thing.named(state.path("node").asText()).quietly();
      boolean up = state.path("link").asInt() != 0 && state.path("running").asInt() == RUNNING;
      said.add(new Said.Values(thing, when, root.objectNode().put("online", up)));
    }
    return Heard.of(said);
  }

  private static String text(JsonNode root, String name, String formerly) {
    String text = root.path(name).asText();
    return text.isEmpty() ? root.path(formerly).asText() : text;
  }
}
