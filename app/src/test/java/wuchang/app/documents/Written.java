package wuchang.app.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import wuchang.reports.document.Document;
import wuchang.reports.document.DocumentJson;

/** What a document says, as lines of text that can be compared. */
record Written(JsonNode json) {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final int FIRST_HOUR = 4;
  private static final int HOURS = 5;

  static Written of(Document document) throws JsonProcessingException {
    return new Written(JSON.readTree(DocumentJson.of(document)));
  }

  /** What was raised and how it was handled; a severity of which there was nothing is left out. */
  TreeSet<String> handling() {
    TreeSet<String> lines =
        figures("early", "falseAlarms", "suppressed", "mttaSeconds", "mttrSeconds");
    json.get("alerts")
        .properties()
        .forEach(
            of -> {
              if (of.getValue().asInt() > 0) {
                lines.add(of.getKey() + " " + of.getValue());
              }
            });
    return lines;
  }

  TreeSet<String> evidence() {
    return figures("compliantSeconds", "breachSeconds", "unprovenSeconds");
  }

  /** Name, coverage, minutes in breach and unproven, alerts, MTTA, MTTR, false alarms. */
  TreeSet<String> rollUp() {
    return rows("roll-up"::equals)
        .map(
            row -> {
              int alerts = IntStream.range(5, row.size() - 4).map(i -> row.get(i).asInt()).sum();
              int last = row.size() - 1;
              return line(row, 1, 2, 3, 4)
                  + " "
                  + alerts
                  + " "
                  + line(row, last - 2, last - 1, last);
            })
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Name, lowest, highest, mean and minutes out of range of each series with readings. */
  TreeSet<String> series() {
    return rows("devices"::equals)
        .filter(row -> !row.get(6).isNull())
        .map(row -> line(row, 0, 6, 7, 8, 9))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Name, day and what stood at the fixed hours. */
  TreeSet<String> hours() {
    int[] columns =
        IntStream.concat(IntStream.of(1, 0), IntStream.range(FIRST_HOUR, FIRST_HOUR + HOURS))
            .toArray();
    return rows(key -> true)
        .map(row -> line(row, columns))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Name and amount of those meters. */
  TreeSet<String> meters(Predicate<String> of) {
    return rows("meters"::equals)
        .filter(row -> of.test(text(row.get(0))))
        .map(row -> line(row, 0, 2))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private TreeSet<String> figures(String... names) {
    return Stream.of(names)
        .map(name -> name + " " + json.get(name).asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Stream<JsonNode> rows(Predicate<String> key) {
    List<JsonNode> rows = new ArrayList<>();
    for (JsonNode section : json.at("/document/sections")) {
      if (key.test(section.get("key").textValue())) {
        section.get("rows").forEach(rows::add);
      }
    }
    return rows.stream();
  }

  private static String line(JsonNode row, int... columns) {
    return IntStream.of(columns)
        .mapToObj(column -> text(row.get(column)))
        .collect(Collectors.joining(" "));
  }

  private static String text(JsonNode cell) {
    if (cell.isNull()) {
      return "-";
    }
    if (cell.isNumber()) {
      return cell.decimalValue().toPlainString();
    }
    return cell.isTextual() ? cell.textValue() : cell.elements().next().textValue();
  }
}
