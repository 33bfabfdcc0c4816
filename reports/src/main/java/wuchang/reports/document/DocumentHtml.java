package wuchang.reports.document;

import java.util.List;
import java.util.stream.Collectors;
import wuchang.domain.Language;
import wuchang.domain.Text;
import wuchang.domain.report.ReportKind;

/**
 * A document as one page of HTML, ready for A4: no script, nothing loaded from elsewhere, and
 * everything that came from outside escaped. Printed, each sheet has its number and what it belongs
 * to, and a table that goes on repeats its titles.
 */
public final class DocumentHtml {
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="%s">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s</title>
      <style>
      @page { size: A4%s; margin: 14mm 12mm 16mm;
        @bottom-left { content: "%s"; font: 8pt sans-serif }
        @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif } }
      body { font: 9.5pt/1.4 "Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei",
        sans-serif; color: #000; max-width: %s; margin: 1em auto; padding: 0 1em }
      @media print { body { margin: 0; padding: 0; max-width: none } }
      h1 { font-size: 16pt; text-align: center; margin: 0 0 .6em }
      h2 { font-size: 11.5pt; margin: 1.2em 0 .4em; break-after: avoid }
      p { margin: .3em 0 }
      .note, .note p { break-after: avoid }
      .table { overflow-x: auto }
      @media print { .table { overflow: visible } }
      table { border-collapse: collapse; width: 100%%; font-size: 8.5pt }
      th, td { border: 1px solid #555; padding: 2px 4px; text-align: left; vertical-align: top }
      th { background: #eee; font-weight: 600 }
      td.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
      td.d { white-space: nowrap }
      td.w { min-width: 5.5em }
      td.t { min-width: 6.2em }
      td.f { min-width: 4em }
      thead { display: table-header-group }
      tr { break-inside: avoid }
      .result { border: 2px solid #000; padding: .3em .8em; margin-top: .8em; break-inside: avoid }
      .sign { break-inside: avoid }
      .sign p { margin-top: 1.8em; border-bottom: 1px solid #000 }
      </style>
      </head>
      <body>
      %s</body>
      </html>
      """;

  private static final int SHORT = 6;

  private final Document document;
  private final Language language;
  private final Reading reading;

  private DocumentHtml(Document document, Language language) {
    this.document = document;
    this.language = language;
    this.reading = new Reading(language, document.zone());
  }

  /** The whole page. */
  public static String of(Document document, Language language) {
    return new DocumentHtml(document, language).page();
  }

  private String page() {
    String name =
        reading.of(document.site())
            + " · "
            + reading.of(document.title())
            + " · "
            + document.period().first();
    String body =
        element("h1", document.title())
            + head()
            + "<div class=\"result\">\n"
            + lines(document.result())
            + "</div>\n"
            + document.sections().stream().map(this::section).collect(Collectors.joining())
            + "<div class=\"sign\">\n"
            + lines(document.signatures())
            + "</div>\n";
    String lang = language == Language.ZH ? "zh-CN" : "en";
    boolean wide = document.kind() == ReportKind.RISK_LIST || document.kind() == ReportKind.ASSETS;
    return PAGE.formatted(
        lang,
        escaped(name),
        wide ? " landscape" : "",
        quoted(name),
        wide ? "273mm" : "186mm",
        body);
  }

  private String head() {
    return "<table>\n<tbody>\n"
        + document.head().stream()
            .map(e -> "<tr>\n" + element("th", e.label()) + cell(e.value()) + "</tr>\n")
            .collect(Collectors.joining())
        + "</tbody>\n</table>\n";
  }

  private String section(Section section) {
    return element("h2", section.title())
        + "<div class=\"note\">\n"
        + lines(section.notes())
        + "</div>\n"
        + (section.rows().isEmpty() ? "" : table(section));
  }

  private String table(Section section) {
    return "<div class=\"table\">\n<table>\n<thead>\n<tr>\n"
        + section.columns().stream()
            .map(c -> element("th", c.title()))
            .collect(Collectors.joining())
        + "</tr>\n</thead>\n<tbody>\n"
        + section.rows().stream().map(this::row).collect(Collectors.joining())
        + "</tbody>\n</table>\n</div>\n";
  }

  private String row(List<Cell> cells) {
    return "<tr>\n" + cells.stream().map(this::cell).collect(Collectors.joining()) + "</tr>\n";
  }

  private String cell(Cell cell) {
    return "<td class=\"" + kind(cell) + "\">" + broken(reading.of(cell)) + "</td>\n";
  }

  /** What its column must be wide enough for: a date breaks before its time, and nowhere else. */
  private String kind(Cell cell) {
    if (cell instanceof Cell.Amount || cell instanceof Cell.Gap) {
      return "n";
    }
    if (cell instanceof Cell.Field) {
      return "f";
    }
    if (cell instanceof Cell.At) {
      return "t";
    }
    return cell instanceof Cell.Day || isShort(cell) ? "d" : "w";
  }

  /** A word or two stay in one line. */
  private boolean isShort(Cell cell) {
    return cell instanceof Cell.Words words && reading.of(words.text()).length() <= SHORT;
  }

  private String lines(List<Text> lines) {
    return lines.stream().map(line -> element("p", line)).collect(Collectors.joining());
  }

  private String element(String tag, Text text) {
    return "<" + tag + ">" + broken(reading.of(text)) + "</" + tag + ">\n";
  }

  private static String broken(String text) {
    return escaped(text).replace("\n", "<br>");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** For a string of CSS: only letters, digits and what separates words stay. */
  private static String quoted(String text) {
    return text.replaceAll("[^\\p{L}\\p{N} ·:()（）《》-]", " ");
  }
}
