package wuchang.reports.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wuchang.domain.Language;
import wuchang.domain.Text;

/**
 * A document for a spreadsheet: UTF-8 with a byte order mark, one table after the other. The first
 * cell of each row names the table it belongs to, so that a filter finds it; the first row of each
 * holds the titles. All rows are of one length.
 */
public final class DocumentCsv {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String END_OF_ROW = "\r\n";

  private final Document document;
  private final Reading reading;
  private final List<List<String>> rows = new ArrayList<>();

  private DocumentCsv(Document document, Language language) {
    this.document = document;
    this.reading = new Reading(language, document.zone());
  }

  /** The whole file. */
  public static byte[] of(Document document, Language language) {
    return new DocumentCsv(document, language).text().getBytes(StandardCharsets.UTF_8);
  }

  private String text() {
    String title = reading.of(document.title());
    document
        .head()
        .forEach(e -> rows.add(List.of(title, reading.of(e.label()), reading.of(e.value()))));
    document.result().forEach(line -> rows.add(List.of(title, reading.of(line))));
    document.sections().forEach(this::section);
    document.signatures().forEach(line -> rows.add(List.of(title, reading.of(line))));
    int width = rows.stream().mapToInt(List::size).max().orElse(0);
    return BYTE_ORDER_MARK
        + rows.stream().map(row -> line(row, width) + END_OF_ROW).collect(Collectors.joining());
  }

  private void section(Section section) {
    String name = reading.of(section.title());
    section.notes().forEach(note -> rows.add(List.of(name, reading.of(note))));
    if (!section.rows().isEmpty()) {
      rows.add(row(name, section.columns().stream().map(Section.Column::title).map(this::text)));
      section.rows().forEach(cells -> rows.add(row(name, cells.stream().map(reading::of))));
    }
  }

  private String text(Text text) {
    return reading.of(text);
  }

  private static List<String> row(String name, Stream<String> cells) {
    return Stream.concat(Stream.of(name), cells).toList();
  }

  private static String line(List<String> row, int width) {
    return row.stream().map(DocumentCsv::cell).collect(Collectors.joining(","))
        + ",".repeat(width - row.size());
  }

  // A spreadsheet takes a cell that begins like a formula for one; an apostrophe makes it text. A
  // number below zero stays a number.
  private static String cell(String value) {
    boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
    String safe = formula && !value.matches("-\\d+(\\.\\d+)?") ? "'" + value : value;
    boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
