package wuchang.app.grafana;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import wuchang.domain.Language;

/** One panel of a dashboard. */
final class PanelJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The limits in force on the chosen devices, from one edge of the chart to the other. */
  private static final String LIMITS =
      """
      SELECT edge.time, '{limit} ' || l.rule || ' ' || l.value AS metric, l.value AS value
      FROM (SELECT DISTINCT rule, value FROM wuchang.limits
            WHERE metric = '%s' AND device IN (${device:sqlstring})) AS l
      CROSS JOIN (VALUES ($__timeFrom()::timestamptz), ($__timeTo()::timestamptz)) AS edge(time)
      ORDER BY 1
      """;

  private final Map<String, Object> source;
  private final Language language;

  PanelJson(Map<String, Object> source, Language language) {
    this.source = source;
    this.language = language;
  }

  static ObjectNode datasource(String uid) {
    boolean database = uid.equals(DashboardJson.DATABASE);
    return JSON.createObjectNode()
        .put("type", database ? "grafana-postgresql-datasource" : "prometheus")
        .put("uid", uid);
  }

  ObjectNode write(ObjectNode panel) {
    if (source.containsKey("row")) {
      panel.put("type", "row").put("collapsed", false);
      panel.put("title", Sources.in(source.get("row"), language)).putArray("panels");
      return panel;
    }
    panel.put("type", type()).put("title", Sources.in(source.get("title"), language));
    panel.put("description", Sources.in(source.get("about"), language));
    boolean database = source.containsKey("sql");
    String uid = database ? DashboardJson.DATABASE : DashboardJson.METRICS;
    panel.set("datasource", datasource(uid));
    targets(panel.putArray("targets"), database);
    ObjectNode config = panel.putObject("fieldConfig");
    new FieldsJson(source, language).write(config);
    options(panel.putObject("options"));
    return panel;
  }

  private String kind() {
    return String.valueOf(source.get("panel"));
  }

  private String type() {
    return switch (kind()) {
      case "bars" -> "timeseries";
      case "lights" -> "stat";
      default -> kind();
    };
  }

  private void targets(ArrayNode targets, boolean database) {
    if (!database) {
      for (Object each : Sources.list(source.get("promql"))) {
        List<Object> pair = Sources.list(each);
        ObjectNode target = targets.addObject();
        target.put("refId", refId(targets.size())).put("expr", String.valueOf(pair.get(0)));
        target.put("legendFormat", legend(String.valueOf(pair.get(1))));
        target.set("datasource", datasource(DashboardJson.METRICS));
      }
      return;
    }
    sql(targets, String.valueOf(source.get("sql")));
    if (source.containsKey("limits")) {
      sql(targets, LIMITS.formatted(source.get("limits")));
    }
  }

  private String legend(String legend) {
    return legend.contains("{{") ? legend : Sources.word(legend, language);
  }

  private void sql(ArrayNode targets, String sql) {
    ObjectNode target = targets.addObject();
    target.put("refId", refId(targets.size()));
    target.put("format", type().equals("timeseries") ? "time_series" : "table");
    target.put("editorMode", "code").put("rawQuery", true);
    target.put("rawSql", Sources.words(sql, language).strip());
    target.set("datasource", datasource(DashboardJson.DATABASE));
  }

  private static String refId(int number) {
    return String.valueOf((char) ('A' + number - 1));
  }

  private void options(ObjectNode options) {
    switch (kind()) {
      case "timeseries", "bars" -> {
        legend(options);
        options.putObject("tooltip").put("mode", "multi").put("sort", "desc");
      }
      case "table" -> options.put("frameIndex", 0).put("showHeader", true).put("cellHeight", "sm");
      default -> {
        // A query's columns are values by themselves; its rows have a name and a value each.
        boolean rows = source.containsKey("sql") && !source.containsKey("columns");
        ObjectNode reduce = options.putObject("reduceOptions").put("values", rows);
        reduce.putArray("calcs").add("lastNotNull");
        reduce.put("fields", "");
        options.put("orientation", kind().equals("bargauge") ? "horizontal" : "auto");
        if (kind().equals("bargauge")) {
          bars(options);
        } else {
          options.put("colorMode", "background").put("graphMode", "none");
          options.put("textMode", "value_and_name").put("justifyMode", "center");
          options.put("wideLayout", true).put("showPercentChange", false);
          options.put("percentChangeColorMode", "standard");
        }
      }
    }
  }

  private static ObjectNode legend(ObjectNode options) {
    ObjectNode legend = options.putObject("legend").put("showLegend", true);
    legend.put("displayMode", "list").put("placement", "bottom").putArray("calcs");
    return legend;
  }

  private static void bars(ObjectNode options) {
    options.put("displayMode", "basic").put("showUnfilled", true).put("valueMode", "color");
    options.put("namePlacement", "auto").put("sizing", "auto");
    options.put("minVizWidth", 8).put("minVizHeight", 16).put("maxVizHeight", 300);
    legend(options).put("showLegend", false);
  }
}
