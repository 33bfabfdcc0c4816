package wuchang.ingest.profile;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import wuchang.domain.Unit;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.Source.Place;

/** Reads the profiles that are shipped as YAML; a mistake in one is a bug. */
final class ProfileFile {
  private ProfileFile() {}

  static JsonNode tree(String name) {
    try (InputStream in = ProfileFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no profile " + name);
      }
      Object yaml = new Load(LoadSettings.builder().setLabel(name).build()).loadFromInputStream(in);
      return new JsonMapper().valueToTree(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Profile profile(JsonNode file) {
    Map<Metric, Point> points = new LinkedHashMap<>();
    file.path("map")
        .properties()
        .forEach(
            each -> {
              Metric metric = Metric.of(each.getKey());
              points.put(metric, point(metric, each.getValue()));
            });
    Profile own = new Profile(points, pointers(file.path("named")));
    JsonNode include = file.path("include");
    return include.isMissingNode()
        ? own
        : own.and(
            profile(tree(include.path("profile").textValue() + ".yaml")),
            JsonPointer.compile(include.path("under").textValue()));
  }

  private static Point point(Metric metric, JsonNode node) {
    boolean brief = node.isTextual() || node.isArray();
    List<JsonPointer> at = pointers(brief ? node : node.path("at"));
    if (at.isEmpty()) {
      throw new IllegalStateException(metric + " stands nowhere");
    }
    Optional<Unit> unit =
        Optional.ofNullable(node.path("unit").textValue()).map(u -> Unit.of(u).orElseThrow());
    Place place =
        new Place(
            at.get(0).toString(),
            unit,
            node.path("scale").asDouble(1),
            0,
            node.path("invert").asBoolean(),
            List.of());
    return new Point(
        metric, at, pointers(node.path("unless")), pointers(node.path("only")), place, true);
  }

  private static List<JsonPointer> pointers(JsonNode node) {
    List<JsonPointer> pointers = new ArrayList<>();
    if (node.isTextual()) {
      pointers.add(JsonPointer.compile(node.textValue()));
    }
    node.elements().forEachRemaining(each -> pointers.add(JsonPointer.compile(each.textValue())));
    return pointers;
  }
}
