package wuchang.app.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wuchang.app.filled.EmptyDatabase;
import wuchang.app.filled.FilledStore;
import wuchang.store.Database;
import wuchang.store.DatabaseAddress;
import wuchang.store.ReaderRole;

/**
 * Every query of every dashboard, by the role that Grafana has, on a store that holds a simulated
 * past: it returns the columns of its panel, something is in them, and it is quick. On an embedded
 * server, or on a given one, see {@link EmptyDatabase}.
 */
abstract class QueriesContract {
  /** Monday 2026-11-02 00:00 in Shanghai. */
  private static final Instant END = Instant.parse("2026-11-01T16:00:00Z");

  /** What a span of some days cannot hold: no month has been scored yet. */
  private static final Set<String> MAY_BE_EMPTY = Set.of("wuchang-score-zh", "wuchang-score-en");

  @TempDir Path folder;

  /** The scenario that fills the store. */
  abstract String scenario();

  /** How far back the dashboards look. */
  abstract Duration span();

  /** How long a query may take. */
  abstract Duration longest();

  @Test
  void every_panel_has_something_to_show() throws Exception {
    try (EmptyDatabase empty = EmptyDatabase.in(folder);
        Database database = new Database(empty.address(), new SimpleMeterRegistry())) {
      FilledStore.fill(database, scenario(), END, folder);
      empty.settle();
      DatabaseAddress reader = new ReaderRole(database).ensure("of-no-use-elsewhere");
      try (Connection connection =
          DriverManager.getConnection(reader.url(), reader.username(), reader.password())) {
        List<String> faults = new ArrayList<>();
        for (JsonNode dashboard : DashboardsTest.shipped()) {
          new Reading(connection, dashboard, faults).all();
        }
        assertThat(faults).isEmpty();
      }
    }
  }

  /** One dashboard as somebody opens it, with everything chosen. */
  private final class Reading {
    private final Connection connection;
    private final JsonNode dashboard;
    private final List<String> faults;
    private final Map<String, List<String>> chosen = new HashMap<>();

    Reading(Connection connection, JsonNode dashboard, List<String> faults) {
      this.connection = connection;
      this.dashboard = dashboard;
      this.faults = faults;
    }

    void all() throws SQLException {
      for (JsonNode variable : dashboard.path("templating").path("list")) {
        String name = variable.path("name").textValue();
        if (variable.path("type").textValue().equals("query")) {
          chosen.put(name, values(variable.path("query").textValue()));
          if (chosen.get(name).isEmpty()) {
            faults.add(dashboard.path("uid").textValue() + " has nothing to choose for " + name);
            return;
          }
        }
      }
      for (JsonNode annotation : dashboard.path("annotations").path("list")) {
        run(annotation.path("name").textValue(), annotation.path("rawSql").textValue(), true);
      }
      for (JsonNode panel : dashboard.path("panels")) {
        for (JsonNode target : panel.path("targets")) {
          if (target.has("rawSql")) {
            boolean series = target.path("format").textValue().equals("time_series");
            Set<String> columns =
                run(panel.path("title").textValue(), target.path("rawSql").textValue(), false);
            if (series && !columns.containsAll(List.of("time", "metric", "value"))) {
              faults.add(panel.path("title") + " is no series: " + columns);
            }
          }
        }
      }
    }

    private List<String> values(String query) throws SQLException {
      List<String> values = new ArrayList<>();
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(macros().expand(query))) {
        while (rows.next()) {
          values.add(rows.getString(rows.getMetaData().getColumnCount()));
        }
      }
      return values;
    }

    private Macros macros() {
      return new Macros(END.minus(span()), END, chosen);
    }

    private Set<String> run(String title, String query, boolean mayBeEmpty) {
      String where = dashboard.path("uid").textValue() + " «" + title + "»: ";
      String sql = macros().expand(query);
      long before = System.nanoTime();
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(sql)) {
        boolean something = rows.next();
        long millis = (System.nanoTime() - before) / 1_000_000;
        if (millis > longest().toMillis()) {
          faults.add(where + millis + " ms");
        }
        boolean excused = mayBeEmpty || MAY_BE_EMPTY.contains(dashboard.path("uid").textValue());
        if (!something && !excused) {
          faults.add(where + "nothing to show");
        }
        return columns(where, rows.getMetaData());
      } catch (SQLException e) {
        faults.add(where + e.getMessage());
        return new TreeSet<>();
      }
    }

    private Set<String> columns(String where, ResultSetMetaData columns) throws SQLException {
      Set<String> names = new LinkedHashSet<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        names.add(columns.getColumnLabel(i));
        boolean time = List.of("time", "timeend").contains(columns.getColumnLabel(i));
        if (time
            && columns.getColumnType(i) != Types.TIMESTAMP
            && columns.getColumnType(i) != Types.TIMESTAMP_WITH_TIMEZONE) {
          faults.add(where + columns.getColumnLabel(i) + " is " + columns.getColumnTypeName(i));
        }
      }
      return names;
    }
  }
}
