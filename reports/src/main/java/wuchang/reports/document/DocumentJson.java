package wuchang.reports.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import wuchang.domain.Text;
import wuchang.domain.report.ReportKind;
import wuchang.domain.report.ReportKind.Period;

/**
 * A document as JSON, for programs and for keeping: its figures at the top, the document as it is
 * printed under {@code document}. What was written is read back as it was.
 */
public final class DocumentJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private DocumentJson() {}

  public static String of(Document document) {
    return of(document, JSON.createObjectNode());
  }

  /**
   * @param more what stands beside the figures, a JSON object
   */
  public static String of(Document document, ObjectNode more) {
    try {
      ObjectNode json = (ObjectNode) JSON.readTree(document.figures());
      json.setAll(more);
      json.set("document", tree(document));
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the figures are no JSON object", e);
    }
  }

  /**
   * Reads what {@link #of} wrote.
   *
   * @throws IllegalArgumentException when it is something else
   */
  public static Document read(String written) {
    try {
      ObjectNode json = (ObjectNode) JSON.readTree(written);
      JsonNode tree = json.remove("document");
      return document(tree, JSON.writeValueAsString(json));
    } catch (JsonProcessingException | RuntimeException e) {
      throw new IllegalArgumentException("this is no document that was kept", e);
    }
  }

  private static ObjectNode tree(Document document) {
    ObjectNode json = JSON.createObjectNode();
    json.put("kind", document.kind().word());
    json.put("first", document.period().first().toString());
    json.put("end", document.period().end().toString());
    json.set("title", text(document.title()));
    json.set("site", text(document.site()));
    json.put("timezone", document.zone().getId());
    json.put("madeAt", document.madeAt().toString());
    json.set("head", array(document.head(), DocumentJson::entry));
    json.set("result", array(document.result(), DocumentJson::text));
    json.set("sections", array(document.sections(), DocumentJson::section));
    json.set("signatures", array(document.signatures(), DocumentJson::text));
    return json;
  }

  private static ObjectNode entry(Document.Entry entry) {
    ObjectNode json = JSON.createObjectNode();
    json.set("label", text(entry.label()));
    json.set("value", cell(entry.value()));
    return json;
  }

  private static ObjectNode section(Section section) {
    ObjectNode json = JSON.createObjectNode();
    json.put("key", section.key());
    json.set("title", text(section.title()));
    json.set("notes", array(section.notes(), DocumentJson::text));
    json.set("columns", array(section.columns(), DocumentJson::column));
    json.set("rows", array(section.rows(), row -> array(row, DocumentJson::cell)));
    return json;
  }

  private static ObjectNode column(Section.Column column) {
    ObjectNode json = JSON.createObjectNode().put("key", column.key());
    json.set("title", text(column.title()));
    return json;
  }

  private static ObjectNode text(Text text) {
    return JSON.createObjectNode().put("zh", text.zh()).put("en", text.en());
  }

  private static JsonNode cell(Cell cell) {
    JsonNodeFactory nodes = JSON.getNodeFactory();
    if (cell instanceof Cell.Words words) {
      return text(words.text());
    }
    if (cell instanceof Cell.Amount amount) {
      return DecimalNode.valueOf(amount.value());
    }
    if (cell instanceof Cell.At at) {
      return nodes.objectNode().put("at", at.instant().toString());
    }
    if (cell instanceof Cell.Day day) {
      return nodes.objectNode().put("day", day.date().toString());
    }
    return cell instanceof Cell.Gap ? nodes.nullNode() : nodes.objectNode().put("field", true);
  }

  private static <T> ArrayNode array(List<T> all, Function<T, JsonNode> write) {
    ArrayNode array = JSON.createArrayNode();
    all.forEach(each -> array.add(write.apply(each)));
    return array;
  }

  private static Document document(JsonNode json, String figures) {
    return new Document(
        ReportKind.of(json.required("kind").textValue()).orElseThrow(),
        new Period(day(json.required("first")), day(json.required("end"))),
        text(json.required("title")),
        text(json.required("site")),
        ZoneId.of(json.required("timezone").textValue()),
        Instant.parse(json.required("madeAt").textValue()),
        list(json, "head", e -> new Document.Entry(text(e.get("label")), readCell(e.get("value")))),
        list(json, "result", DocumentJson::text),
        list(json, "sections", DocumentJson::section),
        list(json, "signatures", DocumentJson::text),
        figures);
  }

  private static Section section(JsonNode json) {
    return new Section(
        json.required("key").textValue(),
        text(json.required("title")),
        list(json, "notes", DocumentJson::text),
        list(
            json,
            "columns",
            c -> new Section.Column(c.get("key").textValue(), text(c.get("title")))),
        list(json, "rows", row -> all(row, DocumentJson::readCell)));
  }

  private static Cell readCell(JsonNode json) {
    if (json.isNull()) {
      return Cell.GAP;
    }
    if (json.isNumber()) {
      return new Cell.Amount(json.decimalValue());
    }
    if (json.has("at")) {
      return Cell.at(Instant.parse(json.get("at").textValue()));
    }
    if (json.has("day")) {
      return Cell.day(day(json.get("day")));
    }
    return json.has("field") ? Cell.FIELD : Cell.words(text(json));
  }

  private static Text text(JsonNode json) {
    return new Text(json.required("zh").textValue(), json.required("en").textValue());
  }

  private static LocalDate day(JsonNode json) {
    return LocalDate.parse(json.textValue());
  }

  private static <T> List<T> list(JsonNode json, String name, Function<JsonNode, T> read) {
    return all(json.required(name), read);
  }

  private static <T> List<T> all(JsonNode array, Function<JsonNode, T> read) {
    return StreamSupport.stream(array.spliterator(), false).map(read).toList();
  }
}
