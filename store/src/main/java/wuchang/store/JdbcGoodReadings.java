package wuchang.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Metric;
import wuchang.domain.report.GoodReadings;

/** Good readings from the database, streamed; safe for use by several threads. */
public final class JdbcGoodReadings implements GoodReadings {
  private static final int FETCH = 10_000;

  private static final String SELECT =
      """
      SELECT date_part('epoch', time), value FROM wuchang.reading
      WHERE device_id = (SELECT id FROM wuchang.device WHERE name = ?)
        AND metric_id = (SELECT id FROM wuchang.metric WHERE name = ?)
        AND time >= ? AND time < ? AND quality < 2
      ORDER BY time
      """;

  private final Database database;

  public JdbcGoodReadings(Database database) {
    this.database = database;
  }

  @Override
  public void each(DeviceId device, Metric metric, Instant from, Instant to, Sink sink) {
    database.inOneAttempt(
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(SELECT)) {
            query.setFetchSize(FETCH);
            query.setString(1, device.value());
            query.setString(2, metric.name());
            query.setObject(3, from.atOffset(ZoneOffset.UTC));
            query.setObject(4, to.atOffset(ZoneOffset.UTC));
            long seen = 0;
            try (ResultSet row = query.executeQuery()) {
              for (; row.next(); seen++) {
                sink.take(Math.round(row.getDouble(1) * 1000), row.getDouble(2));
              }
            }
            return seen;
          }
        });
  }
}
