package wuchang.app.grafana;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import wuchang.domain.Language;

/**
 * What a reader chooses above a dashboard: site, area, device; and what it needs to know besides.
 */
record Variables(Language language) {
  /**
   * @param kinds the kinds of devices it is about; {@code all}, or {@code none} for the system
   *     itself
   */
  void write(ArrayNode list, Object kinds) {
    if ("none".equals(kinds)) {
      return;
    }
    query(list, "site", "site", "SELECT DISTINCT site FROM wuchang.areas ORDER BY 1", true);
    query(
        list,
        "area",
        "area",
        "SELECT name_{lang} AS __text, area AS __value FROM wuchang.areas"
            + " WHERE site IN (${site:sqlstring}) ORDER BY 1",
        true);
    boolean all = "all".equals(kinds);
    if (all || !Sources.list(kinds).isEmpty()) {
      query(list, "device", "device", devices(all ? List.of() : Sources.list(kinds)), true);
    }
    query(list, "timezone", "site", "SELECT DISTINCT zone FROM wuchang.areas LIMIT 1", false);
    ObjectNode page = list.addObject();
    page.put("name", "page").put("type", "textbox").put("label", Sources.word("page", language));
    page.put("query", "http://127.0.0.1:8080").put("hide", 0);
    page.putObject("current")
        .put("text", "http://127.0.0.1:8080")
        .put("value", "http://127.0.0.1:8080");
  }

  private static String devices(List<Object> kinds) {
    String of =
        kinds.isEmpty()
            ? ""
            : kinds.stream()
                .map(kind -> "'" + kind + "'")
                .collect(Collectors.joining(", ", " AND kind IN (", ")"));
    return "SELECT name_{lang} AS __text, device AS __value FROM wuchang.devices"
        + " WHERE area IN (${area:sqlstring})"
        + of
        + " ORDER BY 1";
  }

  private void query(ArrayNode list, String name, String label, String sql, boolean chosen) {
    ObjectNode variable = list.addObject();
    variable.put("name", name).put("type", "query");
    variable.put("label", Sources.word(label, language));
    variable.set("datasource", PanelJson.datasource(DashboardJson.DATABASE));
    variable.put("query", Sources.words(sql, language));
    variable.put("refresh", 1).put("sort", 0).put("hide", chosen ? 0 : 2);
    variable.put("multi", chosen).put("includeAll", chosen);
    variable
        .putObject("current")
        .put("text", chosen ? "All" : "")
        .put("value", chosen ? "$__all" : "");
  }
}
