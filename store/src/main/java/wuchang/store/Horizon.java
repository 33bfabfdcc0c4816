package wuchang.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import wuchang.domain.site.Retention;

/** From when on there are raw readings, which only moves forward, and what is to be kept. */
final class Horizon {
  private static final String RAW_FROM =
      "SELECT CASE WHEN isfinite(raw_from) THEN raw_from END FROM wuchang.horizon";

  private static final String MOVE = "UPDATE wuchang.horizon SET raw_from = ? WHERE raw_from < ?";

  private static final String TELL = "UPDATE wuchang.horizon SET policies = ? WHERE policies <> ?";

  private Horizon() {}

  /** {@link Instant#MIN} when nothing was dropped yet. */
  static Instant rawFrom(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(RAW_FROM)) {
      row.next();
      OffsetDateTime from = row.getObject(1, OffsetDateTime.class);
      return from == null ? Instant.MIN : from.toInstant();
    }
  }

  static int move(Connection connection, Instant rawFrom) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
      statement.setObject(1, rawFrom.atOffset(ZoneOffset.UTC));
      statement.setObject(2, rawFrom.atOffset(ZoneOffset.UTC));
      return statement.executeUpdate();
    }
  }

  /** Notes what the database is told to keep; whether that is news. */
  static boolean isNews(Connection connection, Retention retention) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TELL)) {
      statement.setString(1, retention.toString());
      statement.setString(2, retention.toString());
      return statement.executeUpdate() > 0;
    }
  }
}
