package wuchang.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the schema up to date, in the flavour it has or, for a new one, the best there is. */
final class Migration {
  private static final Logger LOG = LoggerFactory.getLogger(Migration.class);
  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");

  /** The first TimescaleDB that speaks of a columnstore. */
  private static final int[] ENOUGH = {2, 18};

  private final DataSource server;

  Migration(DataSource server) {
    this.server = server;
  }

  /** Not further than a version. */
  Flavour upTo(MigrationVersion last) {
    try {
      Flavour flavour = flavour();
      int made =
          Flyway.configure()
              .dataSource(server)
              .schemas("wuchang")
              .locations(flavour.migrations().toArray(String[]::new))
              .target(last)
              .load()
              .migrate()
              .migrationsExecuted;
      LOG.info("event=schema_ready flavour={} migrations={}", flavour, made);
      return flavour;
    } catch (SQLException e) {
      throw Failures.of(e);
    } catch (FlywayException e) {
      throw causeOf(e)
          .filter(Failures::isAway)
          .map(Failures::of)
          .orElseGet(() -> new IllegalStateException("the schema: " + e.getMessage(), e));
    }
  }

  private Flavour flavour() throws SQLException {
    try (Connection connection = server.getConnection()) {
      Optional<Flavour> made = made(connection);
      if (made.isPresent()) {
        return made.get();
      }
      if (!ask(connection, "SELECT 1 FROM pg_available_extensions WHERE name = 'timescaledb'")
          .isPresent()) {
        return Flavour.PLAIN;
      }
    }
    return offered();
  }

  /** What the schema was made as, if it was made. */
  private static Optional<Flavour> made(Connection connection) throws SQLException {
    return ask(
            connection, "SELECT relkind FROM pg_class WHERE oid = to_regclass('wuchang.reading')")
        .map(kind -> kind.equals("p") ? Flavour.PLAIN : Flavour.TIMESCALE);
  }

  /** TimescaleDB if it can be switched on; on a connection of its own, which it may cost. */
  private Flavour offered() throws SQLException {
    String objection;
    try (Connection connection = server.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE EXTENSION IF NOT EXISTS timescaledb");
      objection = objection(connection);
    } catch (SQLException e) {
      if (Failures.isCutOff(e)) {
        throw e;
      }
      objection = e.getMessage();
    }
    if (objection.isEmpty()) {
      return Flavour.TIMESCALE;
    }
    LOG.warn("event=timescaledb_not_used why=\"{}\"", objection.lines().findFirst().orElse(""));
    return Flavour.PLAIN;
  }

  private static String objection(Connection connection) throws SQLException {
    String licence =
        ask(connection, "SELECT current_setting('timescaledb.license', true)").orElse("");
    if (!licence.equals("timescale")) {
      return "its licence setting «" + licence + "» has no columnstore";
    }
    String version =
        ask(connection, "SELECT extversion FROM pg_extension WHERE extname = 'timescaledb'")
            .orElse("");
    return isEnough(version) ? "" : "version " + version + " is too old; 2.18 is the oldest";
  }

  private static boolean isEnough(String version) {
    Matcher numbers = VERSION.matcher(version);
    if (!numbers.matches()) {
      return false;
    }
    int major = Integer.parseInt(numbers.group(1));
    return major > ENOUGH[0]
        || major == ENOUGH[0] && Integer.parseInt(numbers.group(2)) >= ENOUGH[1];
  }

  private static Optional<String> ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
    }
  }

  private static Optional<SQLException> causeOf(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return Optional.of(sql);
      }
    }
    return Optional.empty();
  }
}
