package wuchang.app.filled;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wuchang.embedded.postgres.EmbeddedPostgres;
import wuchang.store.DatabaseAddress;

/**
 * A database that holds nothing yet and is gone with the test: on the server that {@code
 * -Dwuchang.test.jdbc-url=}, {@code wuchang.test.username} and {@code wuchang.test.password} name,
 * or else on an embedded one.
 */
public final class EmptyDatabase implements AutoCloseable {
  private final DatabaseAddress address;
  private final Closing closing;

  private EmptyDatabase(DatabaseAddress address, Closing closing) {
    this.address = address;
    this.closing = closing;
  }

  /**
   * @param folder where an embedded server keeps its files
   */
  public static EmptyDatabase in(Path folder) throws SQLException {
    String given = System.getProperty("wuchang.test.jdbc-url", "");
    return given.isEmpty() ? embedded(folder) : on(given);
  }

  public DatabaseAddress address() {
    return address;
  }

  /**
   * Does at once what TimescaleDB does by itself within half an hour: it works out the hours and
   * days.
   */
  public void settle() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(address.url(), address.username(), address.password());
        Statement statement = connection.createStatement()) {
      for (int job : refreshing(statement)) {
        statement.execute("CALL run_job(" + job + ")");
      }
    }
  }

  private static List<Integer> refreshing(Statement statement) throws SQLException {
    List<Integer> jobs = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery("SELECT to_regclass('timescaledb_information.jobs') IS NOT NULL")) {
      rows.next();
      if (!rows.getBoolean(1)) {
        return jobs;
      }
    }
    try (ResultSet rows =
        statement.executeQuery(
            """
            SELECT job_id FROM timescaledb_information.jobs
            WHERE proc_name = 'policy_refresh_continuous_aggregate' ORDER BY job_id
            """)) {
      while (rows.next()) {
        jobs.add(rows.getInt(1));
      }
    }
    return jobs;
  }

  @Override
  public void close() throws SQLException {
    closing.close();
  }

  private static EmptyDatabase embedded(Path folder) {
    EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("db"), 0);
    return new EmptyDatabase(
        new DatabaseAddress(
            postgres.jdbcUrl(),
            postgres.username(),
            postgres.password(),
            Optional.of(postgres.dataDirectory())),
        postgres::close);
  }

  private static EmptyDatabase on(String server) throws SQLException {
    String name = "wuchang_filled_" + ProcessHandle.current().pid();
    run(server, "CREATE DATABASE " + name);
    int path = server.indexOf('/', server.indexOf("//") + 2);
    int end = server.indexOf('?') < 0 ? server.length() : server.indexOf('?');
    String url = server.substring(0, path + 1) + name + server.substring(end);
    return new EmptyDatabase(
        DatabaseAddress.of(url, username(), password()),
        () -> run(server, "DROP DATABASE " + name + " WITH (FORCE)"));
  }

  private static void run(String server, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(server, username(), password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String username() {
    return System.getProperty("wuchang.test.username", "postgres");
  }

  private static String password() {
    return System.getProperty("wuchang.test.password", "");
  }

  private interface Closing {
    void close() throws SQLException;
  }
}
