package wuchang.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertStep;

/**
 * The steps of alerts, and each alert as it stands after the last of them. The later place in the
 * journal wins, so batches that come again or in another order change nothing.
 */
final class AlertRows {
  private static final String STEP =
      """
      INSERT INTO wuchang.alert_steps
        (alert, generation, position, ordinal, kind, at, by, why, state, severity, level, owner,
         evidence)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
      ON CONFLICT DO NOTHING
      """;

  private static final String ALERT =
      """
      INSERT INTO wuchang.alert AS a
        (id, generation, position, ordinal, rule, device, area, principle, severity, state, since,
         raised_at, opened_at, acknowledged_at, acknowledged_by, promised_at, resolved_at,
         closed_at, owner, level, cause, parent, live, evidence)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
      ON CONFLICT (id) DO UPDATE SET
        generation = excluded.generation, position = excluded.position,
        ordinal = excluded.ordinal, rule = excluded.rule, device = excluded.device,
        area = excluded.area, principle = excluded.principle, severity = excluded.severity,
        state = excluded.state, since = excluded.since, raised_at = excluded.raised_at,
        opened_at = excluded.opened_at, acknowledged_at = excluded.acknowledged_at,
        acknowledged_by = excluded.acknowledged_by, promised_at = excluded.promised_at,
        resolved_at = excluded.resolved_at, closed_at = excluded.closed_at,
        owner = excluded.owner, level = excluded.level, cause = excluded.cause,
        parent = excluded.parent, live = excluded.live, evidence = excluded.evidence
      WHERE (a.generation, a.position, a.ordinal)
          < (excluded.generation, excluded.position, excluded.ordinal)
      """;

  private AlertRows() {}

  static void store(Connection connection, List<Map.Entry<Place, AlertStep>> steps)
      throws SQLException {
    if (steps.isEmpty()) {
      return;
    }
    Map<String, Map.Entry<Place, AlertStep>> last = new LinkedHashMap<>();
    try (PreparedStatement insert = connection.prepareStatement(STEP)) {
      for (Map.Entry<Place, AlertStep> entry : steps) {
        step(new BoundRow(insert), entry.getKey(), entry.getValue());
        last.put(entry.getValue().alert().id().value(), entry);
      }
      insert.executeBatch();
    }
    try (PreparedStatement upsert = connection.prepareStatement(ALERT)) {
      // In one order for all, so that two writers do not lock each other out.
      for (Map.Entry<Place, AlertStep> entry : new TreeMap<>(last).values()) {
        alert(new BoundRow(upsert), entry.getKey(), entry.getValue().alert());
      }
      upsert.executeBatch();
    }
  }

  private static void step(BoundRow row, Place place, AlertStep step) throws SQLException {
    Alert alert = step.alert();
    row.word(alert.id()).place(place).word(step.kind().word()).time(step.at());
    row.word(step.by()).word(step.why()).word(alert.state().word()).word(alert.severity().word());
    row.number(alert.level()).maybe(alert.owner()).evidence(alert.evidence());
    row.add();
  }

  private static void alert(BoundRow row, Place place, Alert alert) throws SQLException {
    row.word(alert.id()).place(place).word(alert.rule()).word(alert.device()).word(alert.area());
    row.word(alert.principle().word()).word(alert.severity().word()).word(alert.state().word());
    row.time(alert.since()).time(alert.raisedAt()).time(alert.openedAt());
    row.maybeTime(alert.acknowledgedAt()).maybe(alert.acknowledgedBy());
    row.maybeTime(alert.promisedAt()).maybeTime(alert.resolvedAt()).maybeTime(alert.closedAt());
    row.maybe(alert.owner()).number(alert.level()).maybe(alert.cause()).maybe(alert.parent());
    row.flag(alert.live()).evidence(alert.evidence());
    row.add();
  }
}
