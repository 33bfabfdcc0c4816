package wuchang.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** What is kept as long as the law asks for, and not longer: it names persons. */
final class Records {
  /** An alert that is not done with is kept, however old. */
  private static final List<String> EXPIRE =
      List.of(
          "DELETE FROM wuchang.event WHERE time < ?",
          "DELETE FROM wuchang.coverage_day WHERE day < (? AT TIME ZONE 'UTC')::date",
          "DELETE FROM wuchang.coverage_shift WHERE day < (? AT TIME ZONE 'UTC')::date",
          "DELETE FROM wuchang.record WHERE time < ?",
          "DELETE FROM wuchang.document WHERE made_at < ?",
          "DELETE FROM wuchang.silence WHERE coalesce(ended_at, ends) < ?",
          """
          DELETE FROM wuchang.alert
          WHERE raised_at < ? AND state IN ('closed', 'false_alarm', 'withdrawn')
          """,
          """
          DELETE FROM wuchang.alert_steps s
          WHERE at < ? AND NOT EXISTS (SELECT FROM wuchang.alert a WHERE a.id = s.alert)
          """,
          """
          DELETE FROM wuchang.notifications n
          WHERE at < ? AND NOT EXISTS (SELECT FROM wuchang.alert a WHERE a.id = n.alert)
          """);

  private static final String HELD_FROM =
      "SELECT date_trunc('day', min(since), 'UTC') FROM wuchang.alert"
          + " WHERE state IN ('open', 'acknowledged')";

  private Records() {}

  /**
   * Since when nothing may go, for the sake of what is still open; the far future when nothing is.
   */
  static Instant heldFrom(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(HELD_FROM);
        ResultSet row = select.executeQuery()) {
      row.next();
      OffsetDateTime from = row.getObject(1, OffsetDateTime.class);
      return from == null ? Instant.MAX : from.toInstant();
    }
  }

  static int expire(Connection connection, Instant before) throws SQLException {
    int gone = 0;
    for (String sql : EXPIRE) {
      try (PreparedStatement delete = connection.prepareStatement(sql)) {
        delete.setObject(1, before.atOffset(ZoneOffset.UTC));
        gone += delete.executeUpdate();
      }
    }
    return gone;
  }
}
