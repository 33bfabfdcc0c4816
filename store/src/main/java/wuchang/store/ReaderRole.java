package wuchang.store;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import org.postgresql.PGConnection;
import wuchang.domain.journal.History.StoreUnavailable;

/**
 * The role by which Grafana and scripts read: it sees the views of the contract and nothing else,
 * changes nothing, and cannot keep the database busy for ever.
 */
public final class ReaderRole {
  public static final String NAME = "wuchang_reader";

  private static final int PASSWORD_BYTES = 24;

  private static final List<String> SETTINGS =
      List.of(
          "ALTER ROLE wuchang_reader LOGIN CONNECTION LIMIT 20",
          "ALTER ROLE wuchang_reader SET default_transaction_read_only = on",
          "ALTER ROLE wuchang_reader SET statement_timeout = '60s'",
          "GRANT USAGE ON SCHEMA wuchang TO wuchang_reader",
          "GRANT SELECT ON wuchang.readings, wuchang.events, wuchang.readings_hourly, wuchang.readings_daily,"
              + " wuchang.device_latest, wuchang.alerts, wuchang.coverage, wuchang.scores, wuchang.records,"
              + " wuchang.devices, wuchang.areas, wuchang.limits, wuchang.calendar, wuchang.silences"
              + " TO wuchang_reader");

  private final Database database;

  public ReaderRole(Database database) {
    this.database = database;
  }

  /** A password that nobody has to remember. */
  public static String newPassword() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Makes the role, or gives it this password. To be called when the schema is there.
   *
   * @return how it signs in
   * @throws StoreUnavailable when the database is away
   * @throws IllegalStateException when our own role may not make roles
   */
  public DatabaseAddress ensure(String password) {
    database.inTransaction(connection -> make(connection, password));
    return DatabaseAddress.of(database.address().url(), NAME, password);
  }

  private static boolean make(Connection connection, String password) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!exists(statement)) {
        statement.execute("CREATE ROLE " + NAME);
      }
      for (String setting : SETTINGS) {
        statement.execute(setting);
      }
    }
    // Hashed on our side: the server's log never sees it.
    PGConnection postgres = connection.unwrap(PGConnection.class);
    postgres.alterUserPassword(NAME, password.toCharArray(), "scram-sha-256");
    return true;
  }

  private static boolean exists(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("SELECT 1 FROM pg_roles WHERE rolname = '" + NAME + "'")) {
      return row.next();
    }
  }
}
