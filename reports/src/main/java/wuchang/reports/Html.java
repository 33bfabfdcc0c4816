package wuchang.reports;

import java.util.List;
import java.util.stream.Collectors;

/** The few pieces of HTML that a record is made of; all text goes through {@link #escaped}. */
final class Html {
  private Html() {}

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  static String element(String tag, String text) {
    return "<" + tag + ">" + escaped(text).replace("\n", "<br>") + "</" + tag + ">\n";
  }

  /** A table; without titles the first cell of each row is its title. */
  static String table(List<String> titles, List<List<String>> rows) {
    String head = titles.isEmpty() ? "" : "<thead>\n" + row(titles, titles.size()) + "</thead>\n";
    String body =
        rows.stream().map(row -> row(row, titles.isEmpty() ? 1 : 0)).collect(Collectors.joining());
    return "<table>\n" + head + "<tbody>\n" + body + "</tbody>\n</table>\n";
  }

  private static String row(List<String> cells, int titles) {
    StringBuilder row = new StringBuilder("<tr>\n");
    for (int i = 0; i < cells.size(); i++) {
      row.append(element(i < titles ? "th" : "td", cells.get(i)));
    }
    return row.append("</tr>\n").toString();
  }
}
