package wuchang.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import wuchang.ingest.frame.Unreadable;

/**
 * Whatever else sends JSON, or a bare value: the site says on which topic and, by its map, what
 * stands where. A source's id is looked for among the topic's levels and the values at the top.
 */
final class AnyJson implements Format {
  private static final List<String> TIMES =
      List.of("ts", "timestamp", "time", "Time", "datetime", "date");
  private static final int MOST_NAMES = 64;

  private final String name;

  AnyJson(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> topics() {
    return List.of();
  }

  @Override
  public Heard read(Message message) throws Unreadable {
    JsonNode root = body(message);
    List<JsonNode> elements = new ArrayList<>();
    if (root.isArray()) {
      root.forEach(elements::add);
    } else {
      elements.add(root);
    }
    List<Said> said = new ArrayList<>();
    for (JsonNode each : elements) {
      Thing thing = Thing.named(names(message, each).toArray(String[]::new));
      said.add(new Said.Values(thing, when(each), each));
    }
    return Heard.of(said);
  }

  /** What is no JSON and short is a bare value: {@code ON}, {@code open}. */
  private static JsonNode body(Message message) throws Unreadable {
    String text = message.text();
    boolean bare = text.length() <= 64 && !text.startsWith("{") && !text.startsWith("[");
    return bare ? TextNode.valueOf(unquoted(text)) : message.json();
  }

  private static String unquoted(String text) {
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  private static List<String> names(Message message, JsonNode body) {
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : body.properties()) {
      if (each.getValue().isValueNode() && names.size() < MOST_NAMES) {
        names.add(each.getValue().asText());
      }
    }
    List<String> levels = message.levels();
    for (int i = levels.size() - 1; i >= 0; i--) {
      names.add(levels.get(i));
    }
    names.add(message.topic());
    return names;
  }

  /** The first time that can be read; a thing may well call something else so. */
  private static When when(JsonNode body) {
    for (String name : TIMES) {
      When when = When.of(body.path(name));
      if (when.millis().isPresent() && when.millis().getAsLong() != 0) {
        return when.asReplay(body.path("replay").asBoolean());
      }
    }
    return When.UNSAID;
  }
}
