package wuchang.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import wuchang.domain.alert.NotificationStep;

/** What was said on which channel, and what came of it; each once. */
final class NotificationRows {
  private static final int NAME = 200;
  private static final int DETAIL = 2000;

  private static final String INSERT =
      """
      INSERT INTO wuchang.notifications (alert, step, channel, outcome, detail, at)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  private NotificationRows() {}

  static void store(Connection connection, List<NotificationStep> steps) throws SQLException {
    if (steps.isEmpty()) {
      return;
    }
    List<NotificationStep> sorted =
        steps.stream()
            .sorted(
                Comparator.comparing(NotificationStep::alert)
                    .thenComparing(NotificationStep::step)
                    .thenComparing(NotificationStep::channel))
            .toList();
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (NotificationStep step : sorted) {
        insert.setString(1, step.alert().value());
        insert.setString(2, Codes.text(step.step(), NAME));
        insert.setString(3, Codes.text(step.channel(), NAME));
        insert.setString(4, step.outcome().word());
        insert.setString(5, Codes.text(step.detail(), DETAIL));
        insert.setObject(6, step.at().atOffset(ZoneOffset.UTC));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
