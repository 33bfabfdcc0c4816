package wuchang.app.safekeeping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wuchang.store.StoreStand;

/**
 * What a backup says of itself, in {@code manifest.json}; written last, so that what is cut off has
 * none.
 *
 * @param madeAt ISO-8601, UTC
 * @param parts in the order in which they were written
 */
record Manifest(String site, String madeAt, StoreStand store, List<Part> parts) {
  static final String NAME = "manifest.json";
  static final String FORMAT = "wuchang-backup";
  static final int VERSION = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** One file in the backup: its bytes, and their SHA-256 in hexadecimal. */
  record Part(String name, long bytes, String sha256) {}

  Manifest {
    parts = List.copyOf(parts);
  }

  String json() {
    ObjectNode json = JSON.createObjectNode();
    json.put("format", FORMAT).put("version", VERSION).put("site", site).put("madeAt", madeAt);
    json.put("schema", store.schema()).put("position", store.position());
    var all = json.putArray("parts");
    for (Part part : parts) {
      all.addObject()
          .put("name", part.name())
          .put("bytes", part.bytes())
          .put("sha256", part.sha256());
    }
    return json.toPrettyString() + "\n";
  }

  /** Empty when it is not one of ours. */
  static Optional<Manifest> read(String text) throws BackupUnusable {
    JsonNode json;
    try {
      json = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
    if (!json.path("format").asText().equals(FORMAT)) {
      return Optional.empty();
    }
    int version = json.path("version").asInt();
    if (version != VERSION) {
      throw new BackupUnusable(
          "is a backup of version %d; expected %d: use a newer Wuchang"
              .formatted(version, VERSION));
    }
    List<Part> parts = new ArrayList<>();
    for (JsonNode part : json.path("parts")) {
      parts.add(
          new Part(
              part.path("name").asText(),
              part.path("bytes").asLong(),
              part.path("sha256").asText()));
    }
    return Optional.of(
        new Manifest(
            json.path("site").asText(),
            json.path("madeAt").asText(),
            new StoreStand(json.path("schema").asText(), json.path("position").asLong()),
            parts));
  }
}
