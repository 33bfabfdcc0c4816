package wuchang.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import wuchang.domain.reading.GateEvent.What;

/** What the numbers of a door controller mean; read from a table, for lists of them differ. */
final class GateCodes {
  /**
   * What one number means.
   *
   * @param event empty: nothing that is kept
   */
  record Meaning(Optional<What> event, String method, String reason) {}

  private final Map<String, Meaning> meanings = new HashMap<>();

  GateCodes(String file) {
    try (InputStream in = GateCodes.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no table " + file);
      }
      Object yaml = new Load(LoadSettings.builder().setLabel(file).build()).loadFromInputStream(in);
      new JsonMapper()
          .<JsonNode>valueToTree(yaml)
          .properties()
          .forEach(each -> meanings.put(each.getKey(), meaning(each.getValue())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<Meaning> of(String code) {
    return Optional.ofNullable(meanings.get(code));
  }

  private static Meaning meaning(JsonNode node) {
    Optional<What> event =
        Optional.ofNullable(node.path("event").textValue())
            .map(word -> What.of(word).orElseThrow());
    return new Meaning(event, node.path("method").asText(), node.path("reason").asText());
  }
}
