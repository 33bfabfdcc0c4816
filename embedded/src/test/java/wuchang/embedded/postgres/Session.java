package wuchang.embedded.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A connection to a server under test. */
record Session(Connection connection) implements AutoCloseable {
  static Session with(EmbeddedPostgres postgres) throws SQLException {
    return to(postgres.jdbcUrl(), postgres.username(), postgres.password());
  }

  static Session to(String url, String user, String password) throws SQLException {
    return new Session(DriverManager.getConnection(url, user, password));
  }

  /** The first column of the first row. */
  String ask(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
