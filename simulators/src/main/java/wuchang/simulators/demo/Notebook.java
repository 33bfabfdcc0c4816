package wuchang.simulators.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wuchang.domain.DeviceId;

/**
 * Notes how far the demo has come: {@code {"time": "…", "totals": {"water-1": 1523.4}}}. Replaced
 * as a whole, so that a kill leaves the old page or the new one.
 */
final class Notebook {
  /**
   * One page.
   *
   * @param time everything up to it was sent
   * @param totals what the meters' counters showed then
   */
  record Page(Instant time, Map<DeviceId, Double> totals) {}

  private static final Logger LOG = LoggerFactory.getLogger(Notebook.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  Notebook(Path file) {
    this.file = file;
  }

  /** The page as it was left; empty when there is none, or none that can be read. */
  Optional<Page> read() {
    try {
      return Optional.of(page(JSON.readTree(Files.readAllBytes(file))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | DateTimeException | IllegalArgumentException e) {
      LOG.warn("event=notebook_ignored file={} reason=\"{}\"", file, e.getMessage());
      return Optional.empty();
    }
  }

  void write(Page page) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.write(next, bytes(page));
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Page page(JsonNode json) {
    Map<DeviceId, Double> totals = new LinkedHashMap<>();
    json.path("totals")
        .properties()
        .forEach(total -> totals.put(DeviceId.of(total.getKey()), total.getValue().asDouble()));
    return new Page(Instant.parse(json.path("time").asText()), totals);
  }

  private static byte[] bytes(Page page) throws JsonProcessingException {
    ObjectNode json = JSON.createObjectNode().put("time", page.time().toString());
    ObjectNode totals = json.putObject("totals");
    page.totals().forEach((device, total) -> totals.put(device.value(), total));
    return JSON.writeValueAsBytes(json);
  }
}
