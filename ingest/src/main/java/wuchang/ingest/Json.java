package wuchang.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import wuchang.domain.DeviceId;
import wuchang.ingest.format.StrictJson;
import wuchang.ingest.frame.Unreadable;

/** Reads the JSON of a message. */
final class Json {
  private static final int LONGEST_WORDS = 280;

  private Json() {}

  /** The payload as a tree, or empty and refused. */
  static Optional<JsonNode> read(Harvest harvest, Optional<DeviceId> device) {
    try {
      return Optional.of(StrictJson.read(harvest.incoming().payload()));
    } catch (Unreadable e) {
      harvest.refuse(e.reason(), device, Legible.text(e.detail(), LONGEST_WORDS));
      return Optional.empty();
    }
  }
}
