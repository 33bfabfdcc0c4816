package wuchang.app.documents;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import wuchang.app.filled.KnownHours;
import wuchang.domain.site.Area;
import wuchang.domain.site.Site;
import wuchang.reports.RiskItem;
import wuchang.reports.figure.Watched;

/**
 * The figures of documents by brute force: SQL over the raw tables that shares nothing with what
 * makes the documents but what is watched. Each answer is a set of lines as {@link Written} gives
 * those of a document.
 *
 * @param first the first day
 * @param end the day after the last that is over
 */
record Recomputed(Connection sql, Site site, LocalDate first, LocalDate end) {
  private static final String RAISED =
      """
      WITH raised AS (
        SELECT *, state = 'false_alarm' OR coalesce(cause, '') = 'false_alarm' AS false_one,
          state = 'suppressed' OR parent IS NOT NULL AS held,
          extract(epoch FROM acknowledged_at - opened_at) AS taken_on,
          extract(epoch FROM coalesce(resolved_at, CASE WHEN state IN ('closed', 'false_alarm')
            THEN closed_at END) - raised_at) AS mended
        FROM wuchang.alert WHERE state <> 'withdrawn' AND raised_at >= ':first' AND raised_at < ':end'),
      counted AS (SELECT * FROM raised WHERE NOT false_one AND NOT held)
      """;

  private static final String HANDLING =
      RAISED
          + """
          SELECT severity || ' ' || count(*) FROM counted GROUP BY severity
          UNION ALL SELECT 'early ' || count(*) FROM counted WHERE evidence -> 'timing' ->> 'word' = 'early'
          UNION ALL SELECT 'falseAlarms ' || count(*) FROM raised WHERE false_one
          UNION ALL SELECT 'suppressed ' || count(*) FROM raised WHERE held AND NOT false_one
          UNION ALL SELECT 'mttaSeconds ' || coalesce(floor(avg(taken_on))::text, 'null') FROM counted
          UNION ALL SELECT 'mttrSeconds ' || coalesce(floor(avg(mended))::text, 'null') FROM counted
          """;

  /** Of each risk: what no sum covers is not proven. */
  private static final String PROOF =
      """
      proof AS (
        SELECT k.area, coalesce(s.c, 0) AS c, coalesce(s.b, 0) AS b,
          greatest(:length - coalesce(s.c, 0) - coalesce(s.b, 0), coalesce(s.u, 0)) AS u
        FROM pg_temp.risk k LEFT JOIN (
          SELECT device, rule, sum(compliant_s) AS c, sum(breach_s) AS b, sum(unproven_s) AS u
          FROM wuchang.coverage_day WHERE day >= ':day' AND day < ':until' GROUP BY 1, 2) s
        USING (device, rule))
      """;

  private static final String EVIDENCE =
      "WITH "
          + PROOF
          + """
          SELECT 'compliantSeconds ' || sum(c) FROM proof
          UNION ALL SELECT 'breachSeconds ' || sum(b) FROM proof
          UNION ALL SELECT 'unprovenSeconds ' || sum(u) FROM proof
          """;

  private static final String ROLL_UP =
      RAISED
          + ", "
          + PROOF
          + ", "
          + KnownHours.KNOWN
          + """
          , covered AS (
            SELECT name, trunc(sum(coalesce(h.s, 0)) * 100.0 / sum(:length) + 1e-9, 1) AS share
            FROM pg_temp.share JOIN (SELECT DISTINCT device, area FROM pg_temp.risk WHERE area <> '') d
              USING (area) LEFT JOIN (SELECT device, sum(s) AS s FROM known GROUP BY 1) h USING (device)
            GROUP BY name),
          proven AS (
            SELECT name, round(sum(b) / 60.0, 1) AS breach, round(sum(u) / 60.0, 1) AS unproven
            FROM pg_temp.share JOIN proof USING (area) GROUP BY name)
          SELECT concat_ws(' ', name, coalesce(share, 0.0), coalesce(breach, 0.0),
            coalesce(unproven, 0.0),
            (SELECT count(*) FROM counted a WHERE a.area IN (SELECT area FROM pg_temp.share g WHERE g.name = n.name)),
            (SELECT coalesce(round(trunc(avg(taken_on) * 1000) / 60000, 1)::text, '-') FROM counted a
              WHERE a.area IN (SELECT area FROM pg_temp.share g WHERE g.name = n.name)),
            (SELECT coalesce(round(trunc(avg(mended) * 1000) / 60000, 1)::text, '-') FROM counted a
              WHERE a.area IN (SELECT area FROM pg_temp.share g WHERE g.name = n.name)),
            (SELECT count(*) FROM raised a WHERE false_one
              AND a.area IN (SELECT area FROM pg_temp.share g WHERE g.name = n.name)))
          FROM (SELECT DISTINCT name FROM pg_temp.share) n LEFT JOIN proven USING (name)
            LEFT JOIN covered USING (name)
          """;

  /** Every good reading stands until the next, for as long as it holds, or until the day's end. */
  private static final String SERIES =
      """
      SELECT concat_ws(' ', name_zh, round(min(value)::numeric, 1), round(max(value)::numeric, 1),
        round((sum(value) / count(*))::numeric, 1), CASE WHEN bool_or(bounded)
          THEN round(coalesce(sum(stood) FILTER (WHERE beyond), 0) / 60, 1)::text ELSE '-' END)
      FROM (
        SELECT s.device, s.metric, r.value, s.low IS NOT NULL OR s.high IS NOT NULL AS bounded,
          coalesce(r.value < s.low, false) OR coalesce(r.value > s.high, false) AS beyond,
          round(extract(epoch FROM least(((r.time AT TIME ZONE ':zone')::date + 1)::timestamp AT TIME ZONE ':zone',
            r.time + make_interval(secs => s.holds), lead(r.time) OVER (PARTITION BY s.device, s.metric,
              (r.time AT TIME ZONE ':zone')::date ORDER BY r.time)) - r.time), 3) AS stood
        FROM pg_temp.series s JOIN wuchang.readings r USING (device, metric)
        WHERE r.quality <> 'bad' AND r.time >= ':first' AND r.time < ':end') held
      JOIN wuchang.devices USING (device) GROUP BY device, metric, name_zh
      """;

  private static final String HOURS =
      """
      SELECT concat_ws(' ', d.name_zh, day::date, string_agg(coalesce(round(r.value::numeric, 1)::text,
        '-'), ' ' ORDER BY hour))
      FROM pg_temp.series s JOIN wuchang.devices d USING (device)
      CROSS JOIN generate_series(':day'::timestamp, ':until'::timestamp - interval '1 day', '1 day') day
      CROSS JOIN unnest(ARRAY[6, 10, 14, 18, 22]) hour
      LEFT JOIN LATERAL (
        SELECT value, time FROM wuchang.readings r
        WHERE r.device = s.device AND r.metric = s.metric AND r.quality <> 'bad'
          AND r.time >= day AT TIME ZONE ':zone'
          AND r.time <= (day + make_interval(hours => hour)) AT TIME ZONE ':zone'
        ORDER BY time DESC LIMIT 1) r
      ON r.time + make_interval(secs => s.holds) > (day + make_interval(hours => hour)) AT TIME ZONE ':zone'
      WHERE s.metric = 'temperature' GROUP BY s.device, d.name_zh, day
      """;

  /** Of counters that never fell: what they moved from the first reading to the last. */
  private static final String METERS =
      """
      SELECT name_zh || ' ' || round((max(value) - min(value))::numeric, 3)
      FROM (
        SELECT device, value, value - lag(value) OVER (PARTITION BY device ORDER BY time) AS moved
        FROM wuchang.readings WHERE metric IN ('water_total', 'energy_total') AND quality <> 'bad'
          AND time >= ':first' AND time < ':end') steps
      JOIN wuchang.devices USING (device) GROUP BY device, name_zh HAVING bool_and(coalesce(moved, 0) >= 0)
      """;

  /** Says in tables of this connection what is watched, and who answers for what. */
  Recomputed watching(List<RiskItem> risks, List<Watched> series) throws SQLException {
    run(
        "CREATE TEMP TABLE IF NOT EXISTS risk (device text, rule text, area text)",
        "CREATE TEMP TABLE IF NOT EXISTS share (name text, area text)",
        "CREATE TEMP TABLE IF NOT EXISTS series (device text, metric text, low float8, high float8,"
            + " holds float8)",
        "TRUNCATE pg_temp.risk, pg_temp.share, pg_temp.series");
    for (RiskItem risk : risks) {
      String area = site.device(risk.device()).map(d -> d.area().value()).orElse("");
      insert("risk", risk.device().value(), risk.rule().id().value(), area);
    }
    for (Watched one : series) {
      insert(
          "series",
          one.device().value(),
          one.metric().name(),
          one.low().isPresent() ? one.low().getAsDouble() : null,
          one.high().isPresent() ? one.high().getAsDouble() : null,
          one.holds().toMillis() / 1000.0);
    }
    insert("share", site.name().zh(), "");
    share(site.name().zh(), area -> true);
    for (Area area : site.areas().values()) {
      share(area.name().zh(), area::equals);
    }
    for (var person : site.people().values()) {
      share(person.name(), area -> area.responsible().filter(person.id()::equals).isPresent());
    }
    return this;
  }

  private void share(String name, Predicate<Area> of) throws SQLException {
    for (Area area : site.areas().values()) {
      if (of.test(area)) {
        insert("share", name, area.id().value());
      }
    }
  }

  TreeSet<String> handling() throws SQLException {
    return rows(HANDLING);
  }

  TreeSet<String> evidence() throws SQLException {
    return rows(EVIDENCE);
  }

  TreeSet<String> rollUp() throws SQLException {
    return rows(ROLL_UP);
  }

  TreeSet<String> series() throws SQLException {
    return rows(SERIES);
  }

  TreeSet<String> hours() throws SQLException {
    return rows(HOURS);
  }

  TreeSet<String> meters() throws SQLException {
    return rows(METERS);
  }

  /** People take alerts on, close them, and find some false; so many of each as it comes. */
  void handled() throws SQLException {
    run(
        """
        UPDATE wuchang.alert SET acknowledged_at = opened_at + make_interval(secs => hashtext(id) & 4095),
          acknowledged_by = 'zhang' WHERE (hashtext(id) & 3) < 3
        """,
        """
        UPDATE wuchang.alert SET state = CASE WHEN (hashtext(id) & 60) = 0 THEN 'false_alarm'
            ELSE 'closed' END,
          closed_at = greatest(opened_at, coalesce(resolved_at, opened_at)) + interval '100.5 min'
        WHERE (hashtext(id) & 12) < 8
        """,
        "UPDATE wuchang.alert SET parent = 'another' WHERE (hashtext(id) & 112) = 16",
        "UPDATE wuchang.alert SET evidence = evidence || '{\"timing\": {\"word\": \"early\"}}'"
            + " WHERE (hashtext(id) & 1792) = 256");
  }

  void run(String... statements) throws SQLException {
    for (String statement : statements) {
      sql.createStatement().execute(statement);
    }
  }

  private void insert(String table, Object... values) throws SQLException {
    String places = "?" + ", ?".repeat(values.length - 1);
    try (PreparedStatement insert =
        sql.prepareStatement("INSERT INTO pg_temp." + table + " VALUES (" + places + ")")) {
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 1, values[i]);
      }
      insert.executeUpdate();
    }
  }

  private TreeSet<String> rows(String query) throws SQLException {
    String zone = site.zone().getId();
    Instant from = first.atStartOfDay(site.zone()).toInstant();
    Instant to = end.atStartOfDay(site.zone()).toInstant();
    String filled =
        query
            .replace(":first", from.toString())
            .replace(":end", to.toString())
            .replace(":day", first.toString())
            .replace(":until", end.toString())
            .replace(":length", Long.toString(to.getEpochSecond() - from.getEpochSecond()))
            .replace(":zone", zone);
    TreeSet<String> rows = new TreeSet<>();
    try (ResultSet row = sql.createStatement().executeQuery(filled)) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }
}
