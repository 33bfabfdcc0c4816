package wuchang.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertState;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.alert.Silence;

/** The SQL of the steps that are kept until their alert is closed and old. */
final class AlertTable {
  private AlertTable() {}

  static void insertStep(Connection open, AlertStep step, byte[] body) throws SQLException {
    try (PreparedStatement insert =
        open.prepareStatement(
            "INSERT INTO alert_step (alert, opened_at, closed, body) VALUES (?, ?, ?, ?)")) {
      insert.setString(1, step.alert().id().value());
      insert.setLong(2, step.alert().openedAt().toEpochMilli());
      insert.setInt(3, isClosed(step.alert()) ? 1 : 0);
      insert.setBytes(4, body);
      insert.executeUpdate();
    }
  }

  static void insertNotification(Connection open, NotificationStep step, byte[] body)
      throws SQLException {
    try (PreparedStatement insert =
        open.prepareStatement("INSERT INTO notification (alert, body) VALUES (?, ?)")) {
      insert.setString(1, step.alert().value());
      insert.setBytes(2, body);
      insert.executeUpdate();
    }
  }

  static void insertSilence(Connection open, Silence silence, byte[] body) throws SQLException {
    try (PreparedStatement insert =
        open.prepareStatement("INSERT INTO silence (id, until, body) VALUES (?, ?, ?)")) {
      insert.setString(1, silence.id());
      insert.setLong(2, silence.endedAt().orElse(silence.until()).toEpochMilli());
      insert.setBytes(3, body);
      insert.executeUpdate();
    }
  }

  static List<byte[]> silences(Connection open) throws SQLException {
    return bodies(open, "SELECT body FROM silence ORDER BY seq");
  }

  static List<byte[]> steps(Connection open) throws SQLException {
    return bodies(open, "SELECT body FROM alert_step ORDER BY seq");
  }

  static List<byte[]> notifications(Connection open) throws SQLException {
    return bodies(open, "SELECT body FROM notification ORDER BY seq");
  }

  /**
   * Lets go of alerts whose last step closed them, and of what was said about alerts that are not
   * here any more; returns how many alerts went.
   */
  static int forget(Connection open, Instant openedBefore) throws SQLException {
    // SQLite takes the other columns of a group from the row that has the max.
    String gone =
        """
        (SELECT alert FROM
          (SELECT alert, max(seq), opened_at, closed FROM alert_step GROUP BY alert)
        WHERE closed = 1 AND opened_at < %d)
        """
            .formatted(openedBefore.toEpochMilli());
    long alerts = Database.number(open, "SELECT count(*) FROM " + gone, 0);
    Database.execute(open, "DELETE FROM alert_step WHERE alert IN " + gone);
    Database.execute(open, "DELETE FROM silence WHERE until < " + openedBefore.toEpochMilli());
    Database.execute(
        open,
        "DELETE FROM notification WHERE alert NOT IN"
            + " (SELECT alert FROM alert_step UNION SELECT '"
            + Silence.NOTICE
            + "' || id FROM silence)");
    return Math.toIntExact(alerts);
  }

  private static boolean isClosed(Alert alert) {
    return alert.state().isFinal()
        || alert.state() == AlertState.RESOLVED && alert.closedAt().isPresent();
  }

  private static List<byte[]> bodies(Connection open, String sql) throws SQLException {
    List<byte[]> bodies = new ArrayList<>();
    try (Statement statement = open.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        bodies.add(rows.getBytes(1));
      }
    }
    return bodies;
  }
}
