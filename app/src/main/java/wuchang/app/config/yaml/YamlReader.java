package wuchang.app.config.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** From the bytes of a file to its outermost mapping; what stands against it becomes faults. */
public final class YamlReader {
  // Aliases are weighed by Shape, so the library's own count of them need not forbid many. It
  // copies what it has seen of a value each time its buffer is empty: a small one makes that slow.
  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setSchema(new CoreSchema())
          .setAllowNonScalarKeys(true)
          .setBufferSize(65_536)
          .setMaxAliasesForCollections(Integer.MAX_VALUE)
          .build();

  private YamlReader() {}

  /** The outermost mapping, or empty when a fault has been noted that hides it. */
  public static Optional<Section> read(byte[] bytes, Document document) {
    return Utf8.read(bytes, document).flatMap(text -> parse(text, document));
  }

  private static Optional<Section> parse(String text, Document document) {
    try {
      return root(text, document);
    } catch (MarkedYamlEngineException e) {
      Place place = e.getProblemMark().map(document::place).orElse(Place.startOf(document.file()));
      document.faults().add(place, syntax(e, lineAt(text, place)));
    } catch (YamlEngineException e) {
      document
          .faults()
          .add(
              Place.startOf(document.file()),
              "no valid YAML: " + visible(String.valueOf(e.getMessage())));
    }
    return Optional.empty();
  }

  private static Optional<Section> root(String text, Document document) {
    if (!new Shape(document).isSafe(new Parse(SETTINGS).parseString(text))) {
      return Optional.empty();
    }
    Optional<Value> value =
        new Compose(SETTINGS)
            .composeString(text)
            .map(node -> new Value("the file", node, document))
            .filter(root -> !root.isEmpty());
    if (value.isEmpty()) {
      document
          .faults()
          .add(Place.startOf(document.file()), "the file is empty; expected keys with values");
    }
    return value.flatMap(root -> root.section("keys with values"));
  }

  /** The library's words without its excerpt of the file, which could show a secret. */
  private static String syntax(MarkedYamlEngineException e, String line) {
    StringBuilder text = new StringBuilder("no valid YAML: ");
    String context = String.valueOf(e.getContext());
    if (!context.isEmpty() && !context.equals("null")) {
      text.append(context);
      e.getContextMark().ifPresent(m -> text.append(" begun on line ").append(m.getLine() + 1));
      text.append(", ");
    }
    text.append(visible(e.getProblem()));
    if (line.contains("${")) {
      text.append("; expected quotes around a value with ${…}");
    }
    return text.toString();
  }

  /** The library quotes what it found as it is, also the end of a line: a fault is one line. */
  private static String visible(String words) {
    return words.replace("\r", "\\r").replace("\n", "\\n");
  }

  private static String lineAt(String text, Place place) {
    return text.lines().skip(place.line() - 1L).findFirst().orElse("");
  }
}
