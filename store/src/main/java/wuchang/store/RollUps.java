package wuchang.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import wuchang.domain.reading.Quality;

/**
 * What new readings change besides: the newest values, the hours and the days. Added up here, so
 * that each row of those tables is touched once a transaction. In the order in which {@link
 * ReadingRows} touches them, too.
 */
final class RollUps {
  private static final String NEWEST =
      """
      INSERT INTO wuchang.latest AS l (device_id, metric_id, time, value, quality)
      SELECT g.device_id, g.metric_id, to_timestamp(g.millis::float8 / 1000), g.value, g.quality
      FROM unnest(?::int4[], ?::int4[], ?::int8[], ?::float8[], ?::int4[])
        AS g(device_id, metric_id, millis, value, quality)
      ON CONFLICT (device_id, metric_id) DO UPDATE SET
        time = excluded.time, value = excluded.value, quality = excluded.quality
      WHERE l.time < excluded.time
      """;

  private static final String ADD =
      """
      INSERT INTO wuchang.%s AS h (device_id, metric_id, time, min, max, sum, n)
      SELECT g.device_id, g.metric_id, to_timestamp(g.millis::float8 / 1000),
             g.min, g.max, g.sum, g.n
      FROM unnest(?::int4[], ?::int4[], ?::int8[], ?::float8[], ?::float8[], ?::float8[], ?::int8[])
        AS g(device_id, metric_id, millis, min, max, sum, n)
      ON CONFLICT (device_id, metric_id, time) DO UPDATE SET
        min = least(h.min, excluded.min), max = greatest(h.max, excluded.max),
        sum = h.sum + excluded.sum, n = h.n + excluded.n
      """;

  private static final String HOURS = ADD.formatted("reading_hour");
  private static final String DAYS = ADD.formatted("reading_day");

  /** What one series said in one span of time, which begins at {@code millis}. */
  private record Sum(
      int device, int metric, long millis, double min, double max, double sum, long n) {
    static Sum of(ReadingRow row) {
      double value = row.reading().value();
      return new Sum(row.device(), row.metric(), row.millis(), value, value, value, 1);
    }

    Sum in(Duration span) {
      long start = Math.floorDiv(millis, span.toMillis()) * span.toMillis();
      return new Sum(device, metric, start, min, max, sum, n);
    }

    boolean isWith(Sum other) {
      return device == other.device && metric == other.metric && millis == other.millis;
    }

    Sum and(Sum other) {
      return new Sum(
          device,
          metric,
          millis,
          Math.min(min, other.min),
          Math.max(max, other.max),
          sum + other.sum,
          n + other.n);
    }
  }

  private RollUps() {}

  /** Adds rows that are new, each key once, in the order of their keys. */
  static void add(Connection connection, List<ReadingRow> rows) throws SQLException {
    newest(connection, rows);
    List<Sum> readings =
        rows.stream().filter(row -> row.reading().quality() != Quality.BAD).map(Sum::of).toList();
    List<Sum> hours = spans(readings, Duration.ofHours(1));
    add(connection, HOURS, hours);
    add(connection, DAYS, spans(hours, Duration.ofDays(1)));
  }

  private static void newest(Connection connection, List<ReadingRow> rows) throws SQLException {
    List<ReadingRow> newest = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (i + 1 == rows.size() || !rows.get(i).sameSeries(rows.get(i + 1))) {
        newest.add(rows.get(i));
      }
    }
    try (PreparedStatement statement = connection.prepareStatement(NEWEST)) {
      Columns columns = new Columns(connection, statement);
      columns.ints(newest.stream().mapToInt(ReadingRow::device));
      columns.ints(newest.stream().mapToInt(ReadingRow::metric));
      columns.longs(newest.stream().mapToLong(ReadingRow::millis));
      columns.doubles(newest.stream().mapToDouble(row -> row.reading().value()));
      columns.ints(newest.stream().mapToInt(row -> Codes.quality(row.reading().quality())));
      statement.executeUpdate();
    }
  }

  private static List<Sum> spans(List<Sum> parts, Duration span) {
    List<Sum> sums = new ArrayList<>();
    for (Sum each : parts) {
      Sum part = each.in(span);
      int last = sums.size() - 1;
      if (last >= 0 && sums.get(last).isWith(part)) {
        sums.set(last, sums.get(last).and(part));
      } else {
        sums.add(part);
      }
    }
    return sums;
  }

  private static void add(Connection connection, String sql, List<Sum> sums) throws SQLException {
    if (sums.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Columns columns = new Columns(connection, statement);
      columns.ints(sums.stream().mapToInt(Sum::device));
      columns.ints(sums.stream().mapToInt(Sum::metric));
      columns.longs(sums.stream().mapToLong(Sum::millis));
      for (ToDoubleFunction<Sum> of :
          List.<ToDoubleFunction<Sum>>of(Sum::min, Sum::max, Sum::sum)) {
        columns.doubles(sums.stream().mapToDouble(of));
      }
      columns.longs(sums.stream().mapToLong(Sum::n));
      statement.executeUpdate();
    }
  }
}
