package wuchang.app.grafana;

import com.fasterxml.jackson.databind.node.ArrayNode;
import wuchang.domain.Language;

/** What is marked along the time axis: alerts, silences, meals and closed days. */
record Annotations(Language language) {
  private static final String ALERTS =
      """
      SELECT raised_at AS time, resolved_at AS timeend, rule || ' ' || device AS text, severity AS tags
      FROM wuchang.alerts
      WHERE $__timeFilter(raised_at) AND severity IN ('major', 'critical') AND state NOT IN ('withdrawn', 'suppressed')
        AND area IN (${area:sqlstring})
      """;
  private static final String SILENCES =
      """
      SELECT time, time_end AS timeend, concat_ws(' ', rule, device, area, reason) AS text, by AS tags
      FROM wuchang.silences
      WHERE time <= $__timeTo() AND time_end >= $__timeFrom() AND (area IS NULL OR area IN (${area:sqlstring}))
      """;
  private static final String MEALS =
      """
      SELECT time, time_end AS timeend, meal AS text, kind AS tags
      FROM wuchang.calendar WHERE $__timeFilter(time) AND kind = 'service'
      """;
  private static final String CLOSED =
      """
      SELECT time, time_end AS timeend, kind AS text, kind AS tags
      FROM wuchang.calendar WHERE $__timeFilter(time) AND kind = 'closed'
      """;

  void write(ArrayNode list, boolean aboutTheSite) {
    if (!aboutTheSite) {
      return;
    }
    add(list, "alerts", "red", true, ALERTS);
    add(list, "silences", "purple", true, SILENCES);
    add(list, "meals", "light-blue", false, MEALS);
    add(list, "closed_days", "light-orange", true, CLOSED);
  }

  private void add(ArrayNode list, String name, String colour, boolean shown, String sql) {
    var annotation = list.addObject();
    annotation.put("name", Sources.word(name, language)).put("enable", shown);
    annotation.put("iconColor", colour);
    annotation.set("datasource", PanelJson.datasource(DashboardJson.DATABASE));
    annotation
        .putObject("target")
        .put("refId", "Anno")
        .put("format", "table")
        .put("editorMode", "code")
        .put("rawQuery", true)
        .put("rawSql", sql.strip());
  }
}
