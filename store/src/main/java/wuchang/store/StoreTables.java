package wuchang.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.postgresql.PGConnection;

/** Tables of the store for people and spreadsheets: CSV with a header, times ISO-8601 in UTC. */
public final class StoreTables {
  /** What there is, of a span of time. */
  public enum Table {
    /** As the laboratory and the replay read them: readings, events and records in one. */
    READINGS(
        """
        SELECT wuchang.utc(t) AS time, device, metric, value FROM (
          SELECT time AS t, device, metric, value::text FROM wuchang.readings
          UNION ALL
          SELECT time, device, 'event:' || event, person FROM wuchang.events
          UNION ALL
          SELECT time, coalesce(device, 'site:records'), 'event:record:' || kind,
                 (fields || jsonb_build_object('id', id, 'who', who))::text
          FROM wuchang.records) x
        WHERE t >= ${from} AND t < ${to}
        ORDER BY t, device COLLATE "C", metric COLLATE "C", value COLLATE "C"
        """),
    ALERTS(
        """
        SELECT id, rule, device, area, principle, severity, state, wuchang.utc(since) AS since,
               wuchang.utc(raised_at) AS raised_at, wuchang.utc(acknowledged_at) AS acknowledged_at,
               wuchang.utc(resolved_at) AS resolved_at, wuchang.utc(closed_at) AS closed_at,
               owner, cause
        FROM wuchang.alerts WHERE raised_at >= ${from} AND raised_at < ${to} ORDER BY raised_at, id
        """),
    ALERT_STEPS(
        """
        SELECT alert, wuchang.utc(at) AS at, kind, by, why, state, severity, level, owner, evidence
        FROM wuchang.alert_steps WHERE at >= ${from} AND at < ${to}
        ORDER BY at, generation, position, ordinal
        """),
    NOTIFICATIONS(
        """
        SELECT alert, step, channel, outcome, detail, wuchang.utc(at) AS at
        FROM wuchang.notifications WHERE at >= ${from} AND at < ${to} ORDER BY at, alert, step
        """),
    RECORDS(
        """
        SELECT wuchang.utc(time) AS time, kind, id, version, area, device, person, who, by,
               wuchang.utc(arrived) AS arrived, fields
        FROM wuchang.record WHERE time >= ${from} AND time < ${to} ORDER BY time, id, version
        """),
    CALIBRATIONS(
        """
        SELECT wuchang.utc(time) AS time, id, version, device, who, fields
        FROM wuchang.record WHERE kind = 'calibration' AND time < ${to} ORDER BY time, id, version
        """),
    HOURS(
        """
        SELECT wuchang.utc(time) AS time, area, device, metric, min, max, avg, n
        FROM wuchang.readings_hourly WHERE time >= ${from} AND time < ${to}
        ORDER BY time, device, metric
        """),
    COVERAGE(
        """
        SELECT day, device, rule, compliant_s, breach_s, unproven_s
        FROM wuchang.coverage WHERE day >= ${from}::date AND day <= ${to}::date
        ORDER BY day, device, rule
        """),
    SCORES(
        """
        SELECT month, area, principle, points, capped FROM wuchang.scores
        WHERE month >= date_trunc('month', ${from})::date AND month < ${to}::date
        ORDER BY month, area, principle
        """);

    private final String select;

    Table(String select) {
      this.select = select;
    }
  }

  private final Database database;

  public StoreTables(Database database) {
    this.database = database;
  }

  /**
   * Writes the rows of [from, to). Blocking.
   *
   * @throws wuchang.domain.journal.History.StoreUnavailable when the database is away
   * @throws UncheckedIOException when the rows cannot be written
   */
  public void csv(Table table, Instant from, Instant to, OutputStream out) {
    copy(table.select, "FORMAT csv, HEADER", from, to, out);
  }

  /** The same as a JSON array, an object a row, a row a line. */
  public void json(Table table, Instant from, Instant to, OutputStream out) {
    // As text JSON would be escaped once more.
    String rows = "SELECT row_to_json(t)::text FROM (" + table.select + ") t";
    try {
      JsonArray array = new JsonArray(out);
      copy(rows, "FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02'", from, to, array);
      array.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void copy(String select, String form, Instant from, Instant to, OutputStream out) {
    String rows = select.replace("${from}", literal(from)).replace("${to}", literal(to));
    database.inOneAttempt(
        connection -> {
          try (var setting = connection.createStatement()) {
            setting.execute("SET LOCAL TimeZone = 'UTC'");
          }
          try {
            return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY (" + rows + ") TO STDOUT (" + form + ")", out);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static String literal(Instant at) {
    return "'" + at + "'::timestamptz";
  }
}
