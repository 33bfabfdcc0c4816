package wuchang.app.grafana;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What Grafana makes of a query before it sends it: its time macros for PostgreSQL, and the chosen
 * values of variables.
 */
record Macros(Instant from, Instant to, Map<String, List<String>> variables) {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(:sqlstring)?}");
  private static final Pattern GROUP =
      Pattern.compile("\\$__timeGroup\\(([\\w.]+),\\s*'(\\d+)([smh])'\\)");

  String expand(String query) {
    String timed =
        filters(GROUP.matcher(query).replaceAll(Macros::group))
            .replace("$__timeFrom()", "'" + from + "'")
            .replace("$__timeTo()", "'" + to + "'");
    Matcher matcher = VARIABLE.matcher(timed);
    StringBuilder sql = new StringBuilder();
    while (matcher.find()) {
      List<String> values = variables.get(matcher.group(1));
      if (values == null || values.isEmpty()) {
        throw new IllegalArgumentException("no value for " + matcher.group());
      }
      String text =
          matcher.group(2) == null
              ? values.get(0)
              : values.stream().map(v -> "'" + v + "'").collect(Collectors.joining(","));
      matcher.appendReplacement(sql, Matcher.quoteReplacement(text));
    }
    return matcher.appendTail(sql).toString();
  }

  /** {@code $__timeFilter(x)}: what is in the brackets may have brackets itself. */
  private String filters(String query) {
    String name = "$__timeFilter(";
    StringBuilder sql = new StringBuilder(query);
    for (int at = sql.indexOf(name); at >= 0; at = sql.indexOf(name)) {
      int depth = 1;
      int end = at + name.length();
      while (depth > 0) {
        char c = sql.charAt(end++);
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      }
      String column = sql.substring(at + name.length(), end - 1);
      sql.replace(at, end, column + " BETWEEN '" + from + "' AND '" + to + "'");
    }
    return sql.toString();
  }

  private static String group(java.util.regex.MatchResult macro) {
    Duration each =
        Duration.parse("PT" + macro.group(2) + macro.group(3).toUpperCase(java.util.Locale.ROOT));
    long seconds = each.toSeconds();
    return "to_timestamp(floor(extract(epoch from "
        + macro.group(1)
        + ")/"
        + seconds
        + ")*"
        + seconds
        + ")";
  }
}
