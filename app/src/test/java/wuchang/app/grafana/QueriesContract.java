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
import wuchang.app.StoredScores;
import wuchang.app.filled.EmptyDatabase;
import wuchang.app.filled.FilledStore;
import wuchang.domain.site.Site;
import wuchang.rules.catalogue.Catalogue;
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

  /** What no scenario has: a day on which nobody eats, and a door that may stand open for once. */
  private static final String EXTRAS =
      """
      INSERT INTO wuchang.calendar_window VALUES ('%1$s', '%2$s', 'closed', '');
      INSERT INTO wuchang.silence (id, generation, position, ordinal, reason, by, begins, ends)
        VALUES ('s1', 1, 1, 0, 'deep cleaning', 'wang', '%1$s', '%2$s');
      """;

  @TempDir Path folder;

  /** The scenario that fills the store. */
  abstract String scenario();

  /** How far back the dashboards look. */
  abstract Duration span();

  /** How long a query may take. */
  abstract Duration longest();

  /** The dashboards of which so short a past has nothing to show. */
  abstract Set<String> mayBeEmpty();

  @Test
  void every_panel_has_something_to_show() throws Exception {
    try (EmptyDatabase empty = EmptyDatabase.in(folder);
        Database database = new Database(empty.address(), new SimpleMeterRegistry())) {
      Site site = FilledStore.fill(database, scenario(), END, folder);
      scored(site, database);
      extras(empty.address());
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

  private static void scored(Site site, Database database) {
    StoredScores.over(database, () -> site, Catalogue.shipped(), () -> END).publishClosed();
  }

  private static void extras(DatabaseAddress owner) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(owner.url(), owner.username(), owner.password());
        Statement statement = connection.createStatement()) {
      statement.execute(EXTRAS.formatted(END.minus(Duration.ofDays(1)), END));
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
        run(annotation.path("name").textValue(), annotation.at("/target/rawSql").textValue());
      }
      for (JsonNode panel : dashboard.path("panels")) {
        for (JsonNode target : panel.path("targets")) {
          if (target.has("rawSql")) {
            boolean series = target.path("format").textValue().equals("time_series");
            Set<String> columns =
                run(panel.path("title").textValue(), target.path("rawSql").textValue());
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

    private Set<String> run(String title, String query) {
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
        if (!something && !mayBeEmpty().contains(dashboard.path("uid").textValue())) {
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
