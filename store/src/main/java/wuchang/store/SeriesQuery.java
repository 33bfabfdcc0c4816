package wuchang.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import wuchang.domain.DeviceId;
import wuchang.domain.journal.History.Point;
import wuchang.domain.reading.Metric;

/**
 * A series in buckets of equal width; an empty bucket gives no point, so a gap stays a gap. Bad
 * values do not count. Long ranges are read from the hours, whose buckets are whole hours then.
 *
 * @param width of a bucket in milliseconds
 */
record SeriesQuery(boolean hourly, long fromMillis, long toMillis, long width) {
  private static final long HOUR = Duration.ofHours(1).toMillis();

  private static final String RAW =
      """
      SELECT floor((date_part('epoch', time) * 1000 - ?) / ?)::int8 AS bucket,
             min(value), max(value), avg(value), count(*)
      FROM wuchang.reading
      WHERE device_id = (SELECT id FROM wuchang.device WHERE name = ?)
        AND metric_id = (SELECT id FROM wuchang.metric WHERE name = ?)
        AND time >= ? AND time < ? AND quality < 2
      GROUP BY 1 ORDER BY 1
      """;

  private static final String HOURLY =
      """
      SELECT floor((date_part('epoch', time) * 1000 - ?) / ?)::int8 AS bucket,
             min(min), max(max), sum(sum) / sum(n), sum(n)::int8
      FROM wuchang.reading_hour
      WHERE device_id = (SELECT id FROM wuchang.device WHERE name = ?)
        AND metric_id = (SELECT id FROM wuchang.metric WHERE name = ?)
        AND time >= ? AND time < ?
      GROUP BY 1 ORDER BY 1
      """;

  /**
   * @param rawFrom before this there are no raw readings any more
   */
  static SeriesQuery of(Instant from, Instant to, int points, Instant rawFrom) {
    long start = from.toEpochMilli();
    long end = to.toEpochMilli();
    long width = Math.max(1, ceilDiv(end - start, points));
    if (width < HOUR && !from.isBefore(rawFrom)) {
      return new SeriesQuery(false, start, end, width);
    }
    long hour = from.truncatedTo(ChronoUnit.HOURS).toEpochMilli();
    long hours = Math.max(1, ceilDiv(ceilDiv(end - hour, points), HOUR));
    return new SeriesQuery(true, hour, end, hours * HOUR);
  }

  List<Point> run(Connection connection, DeviceId device, Metric metric) throws SQLException {
    List<Point> points = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(hourly ? HOURLY : RAW)) {
      statement.setDouble(1, fromMillis);
      statement.setDouble(2, width);
      statement.setString(3, device.value());
      statement.setString(4, metric.name());
      statement.setObject(5, Instant.ofEpochMilli(fromMillis).atOffset(ZoneOffset.UTC));
      statement.setObject(6, Instant.ofEpochMilli(toMillis).atOffset(ZoneOffset.UTC));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          points.add(point(row));
        }
      }
    }
    return points;
  }

  private Point point(ResultSet row) throws SQLException {
    return new Point(
        Instant.ofEpochMilli(fromMillis + row.getLong(1) * width),
        row.getDouble(2),
        row.getDouble(3),
        row.getDouble(4),
        row.getLong(5));
  }

  private static long ceilDiv(long dividend, long divisor) {
    return -Math.floorDiv(-dividend, divisor);
  }
}
