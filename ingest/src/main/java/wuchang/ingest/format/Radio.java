package wuchang.ingest.format;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wuchang.ingest.frame.RadioDecoder;
import wuchang.ingest.frame.Unreadable;

/** Makes values of LoRaWAN uplinks: the network's codec counts; without one, the bytes do. */
public final class Radio {
  private static final String HISTORY = "history";

  private Radio() {}

  /** Whether the network has decoded it. */
  public static boolean isDecoded(Said.Uplink up) {
    return up.body().at(up.decoded()).size() > 0;
  }

  /**
   * What was measured now and, where the device has caught up, before.
   *
   * @param decoder for bytes that the network did not decode
   */
  public static List<Said.Values> values(Said.Uplink up, Optional<RadioDecoder> decoder)
      throws Unreadable {
    if (isDecoded(up)) {
      return split(up, up.body().at(up.decoded()));
    }
    return decoder.isPresent() ? split(up, decoder.get().decode(up.bytes(), up.port())) : List.of();
  }

  private static List<Said.Values> split(Said.Uplink up, JsonNode decoded) {
    List<Said.Values> all = new ArrayList<>();
    JsonNode history = decoded.path(HISTORY);
    if (!history.isArray() || decoded.size() > 1) {
      all.add(new Said.Values(up.thing(), up.when(), body(up, decoded)));
    }
    for (JsonNode past : history) {
      When when = When.of(past.path("timestamp")).asReplay();
      all.add(new Said.Values(up.thing(), when, body(up, past)));
    }
    return all;
  }

  /** The message with these values in their place; what its radio says belongs to now only. */
  private static JsonNode body(Said.Uplink up, JsonNode values) {
    if (values == up.body().at(up.decoded())) {
      return up.body();
    }
    ObjectNode body = up.body().objectNode();
    if (!values.has("timestamp")) {
      body.setAll(up.body());
    }
    return put(body, up.decoded(), values);
  }

  private static ObjectNode put(ObjectNode into, JsonPointer at, JsonNode values) {
    String name = at.getMatchingProperty();
    if (at.tail().matches()) {
      into.set(name, values);
      return into;
    }
    ObjectNode deeper = into.objectNode();
    if (into.path(name) instanceof ObjectNode there) {
      deeper.setAll(there);
    }
    into.set(name, put(deeper, at.tail(), values));
    return into;
  }
}
