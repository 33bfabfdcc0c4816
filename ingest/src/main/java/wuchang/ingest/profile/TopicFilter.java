package wuchang.ingest.profile;

import java.util.Arrays;
import java.util.List;

/** An MQTT topic filter: {@code +} stands for one level, {@code #} at the end for any number. */
public record TopicFilter(String text) {
  public boolean isPlain() {
    return !text.contains("+") && !text.endsWith("#");
  }

  /** A wildcard at the beginning does not match the broker's own topics (MQTT 4.7.2). */
  public boolean matches(String topic) {
    if (isPlain()) {
      return text.equals(topic);
    }
    if (topic.startsWith("$") && (text.startsWith("+") || text.startsWith("#"))) {
      return false;
    }
    return matches(text.split("/", -1), topic.split("/", -1));
  }

  /** The levels of a topic behind those that the filter spells out, joined again. */
  public String rest(String topic) {
    int fixed = 0;
    for (String level : text.split("/", -1)) {
      if (level.equals("+") || level.equals("#")) {
        break;
      }
      fixed++;
    }
    List<String> levels = Arrays.asList(topic.split("/", -1));
    return String.join("/", levels.subList(Math.min(fixed, levels.size()), levels.size()));
  }

  private static boolean matches(String[] filter, String[] topic) {
    for (int i = 0; i < filter.length; i++) {
      if (filter[i].equals("#")) {
        return true;
      }
      if (i >= topic.length || !filter[i].equals("+") && !filter[i].equals(topic[i])) {
        return false;
      }
    }
    return filter.length == topic.length;
  }
}
