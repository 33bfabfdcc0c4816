package wuchang.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import wuchang.domain.reading.Rejected.Reason;
import wuchang.ingest.frame.Unreadable;
import wuchang.ingest.profile.TopicFilter;

/**
 * A message as a format sees it.
 *
 * @param filter by which it was listened for
 * @param zone the site's, for devices that tell local time
 */
public record Message(
    String topic, TopicFilter filter, byte[] payload, Instant arrived, ZoneId zone) {
  List<String> levels() {
    return List.of(topic.split("/", -1));
  }

  String text() {
    return new String(payload, UTF_8).strip();
  }

  JsonNode json() throws Unreadable {
    return StrictJson.read(payload);
  }

  ObjectNode object() throws Unreadable {
    if (json() instanceof ObjectNode object) {
      return object;
    }
    throw new Unreadable(Reason.MALFORMED, "expected a JSON object");
  }
}
