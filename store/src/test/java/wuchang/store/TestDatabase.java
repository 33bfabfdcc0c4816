package wuchang.store;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A database under test, with a schema that is made anew for each test. */
final class TestDatabase implements AutoCloseable {
  private final DatabaseAddress address;
  private final Database database;

  private TestDatabase(DatabaseAddress address) {
    this.address = address;
    this.database = new Database(address, new SimpleMeterRegistry(), Duration.ofSeconds(2));
  }

  static TestDatabase fresh(DatabaseAddress address) {
    TestDatabase fresh = new TestDatabase(address);
    fresh.holdPolicies();
    fresh.run("DROP SCHEMA IF EXISTS wuchang CASCADE");
    return fresh;
  }

  Database database() {
    return database;
  }

  DatabaseAddress address() {
    return address;
  }

  /** Works out what TimescaleDB works out only now and then. */
  void settle(Flavour flavour) {
    if (flavour == Flavour.TIMESCALE) {
      run("CALL refresh_continuous_aggregate('wuchang.reading_hour', NULL, NULL)");
      run("CALL refresh_continuous_aggregate('wuchang.reading_day', NULL, NULL)");
    }
  }

  /** TimescaleDB's own jobs would work on a schema while the next test drops it. */
  private void holdPolicies() {
    String loaded = "SELECT 1 FROM pg_settings WHERE name = 'timescaledb.license'";
    if (!rows(loaded).isEmpty()) {
      run("CREATE EXTENSION IF NOT EXISTS timescaledb");
      run("SELECT _timescaledb_functions.stop_background_workers()");
    }
  }

  void run(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  long count(String sql) {
    return Long.parseLong(rows("SELECT count(*) FROM " + sql).get(0));
  }

  /** Each row as its values with a bar between them; null is empty. */
  List<String> rows(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (row.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          values.add(row.getString(i) == null ? "" : row.getString(i));
        }
        rows.add(String.join("|", values));
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /** A connection of its own, outside of the pool. */
  Connection connect() throws SQLException {
    return DriverManager.getConnection(address.url(), address.username(), address.password());
  }

  @Override
  public void close() {
    database.close();
  }
}
