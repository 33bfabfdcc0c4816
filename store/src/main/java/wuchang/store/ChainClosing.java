package wuchang.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * What a closing adds to the chain. Readings are taken by the days that the writer marked: a mark
 * is taken away before the readings are looked at, so one that is stored meanwhile marks its day
 * again.
 */
final class ChainClosing {
  private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('wuchang.chain'))";

  private static final String TAKE =
      "DELETE FROM wuchang.chain_due WHERE day < (? AT TIME ZONE 'UTC')::date RETURNING day";

  private static final String AFTER =
      "SELECT coalesce(wuchang.utc(max(cutoff)), '-infinity') FROM wuchang.chain_part WHERE day = ?";

  private static final String PART = "INSERT INTO wuchang.chain_part VALUES (?, ?)";

  /** Readings of the day that arrive after the cutoff are there already. */
  private static final String AGAIN =
      """
      INSERT INTO wuchang.chain_due
      SELECT ?::date, now() WHERE EXISTS (
        SELECT FROM wuchang.reading r WHERE r.time >= ? AND r.time < ?
          AND r.time + make_interval(secs => r.delay_s) > ?)
      ON CONFLICT DO NOTHING
      """;

  private static final String SERIES =
      """
      SELECT d.name, m.name, count(*),
             encode(sha256(convert_to(string_agg(
               %s || E'\\n', '' ORDER BY r.time), 'UTF8')), 'hex')
      FROM wuchang.reading r
      JOIN wuchang.device d ON d.id = r.device_id JOIN wuchang.metric m ON m.id = r.metric_id
      WHERE r.time >= ? AND r.time < ?
        AND r.time + make_interval(secs => r.delay_s) > ?::timestamptz
        AND r.time + make_interval(secs => r.delay_s) <= ?
      GROUP BY d.name, m.name ORDER BY d.name COLLATE "C", m.name COLLATE "C"
      """
          .formatted(ChainSeries.LINE);

  private static final String UNCHAINED =
      """
      SELECT r.kind, r.key, r.content FROM wuchang.chain_row r
      WHERE r.at < ? AND NOT EXISTS (
        SELECT FROM wuchang.chain_link l WHERE l.kind = r.kind AND l.key = r.key)
      ORDER BY r.at, r.kind COLLATE "C", r.key COLLATE "C"
      """;

  private final Connection connection;
  private final Instant cutoff;

  ChainClosing(Connection connection, Instant cutoff) {
    this.connection = connection;
    this.cutoff = Instant.ofEpochSecond(cutoff.getEpochSecond());
  }

  /** A row that is to follow in the chain. */
  record Row(String kind, String key, String content) {}

  List<Row> rows(Instant today) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(LOCK);
      statement.execute("SET LOCAL TimeZone = 'UTC'");
    }
    List<Row> rows = new ArrayList<>(unchained(today));
    for (LocalDate day : due()) {
      rows.addAll(series(day));
    }
    return rows;
  }

  private List<Row> unchained(Instant today) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(UNCHAINED)) {
      select.setObject(1, today.atOffset(ZoneOffset.UTC));
      List<Row> rows = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(new Row(row.getString(1), row.getString(2), row.getString(3)));
        }
      }
      return rows;
    }
  }

  private List<LocalDate> due() throws SQLException {
    try (PreparedStatement take = connection.prepareStatement(TAKE)) {
      take.setObject(1, cutoff.atOffset(ZoneOffset.UTC));
      List<LocalDate> days = new ArrayList<>();
      try (ResultSet row = take.executeQuery()) {
        while (row.next()) {
          days.add(row.getObject(1, LocalDate.class));
        }
      }
      return days.stream().sorted().toList();
    }
  }

  private List<Row> series(LocalDate day) throws SQLException {
    String after = after(day);
    List<Row> rows = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(SERIES)) {
      span(select, 1, day);
      select.setString(3, after);
      select.setObject(4, cutoff.atOffset(ZoneOffset.UTC));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(
              row(
                  new ChainSeries(
                      day, after, cutoff.toString(), row.getString(1), row.getString(2)),
                  row.getLong(3),
                  row.getString(4)));
        }
      }
    }
    part(day);
    return rows;
  }

  private static Row row(ChainSeries series, long count, String sha256) {
    String key =
        String.join(
            "/",
            series.day().toString(),
            series.after(),
            series.upTo(),
            series.device(),
            series.metric());
    String content =
        "[\"readings\", \"%s\", \"%s\", \"%s\", \"%s\", \"%s\", %d, \"%s\"]"
            .formatted(
                series.day(),
                series.after(),
                series.upTo(),
                series.device(),
                series.metric(),
                count,
                sha256);
    return new Row(ChainSeries.KIND, key, content);
  }

  private String after(LocalDate day) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(AFTER)) {
      select.setObject(1, day);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  private void part(LocalDate day) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(PART)) {
      insert.setObject(1, day);
      insert.setObject(2, cutoff.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
    try (PreparedStatement again = connection.prepareStatement(AGAIN)) {
      again.setObject(1, day);
      span(again, 2, day);
      again.setObject(4, cutoff.atOffset(ZoneOffset.UTC));
      again.executeUpdate();
    }
  }

  private static void span(PreparedStatement statement, int place, LocalDate day)
      throws SQLException {
    statement.setObject(place, day.atStartOfDay().atOffset(ZoneOffset.UTC));
    statement.setObject(place + 1, day.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC));
  }
}
