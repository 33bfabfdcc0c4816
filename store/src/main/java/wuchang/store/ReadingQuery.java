package wuchang.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Reading;

/**
 * The readings of one device in [from, to) of some metrics, one series after the other: in the
 * order in which the index has them, for nothing is sorted then.
 */
record ReadingQuery(DeviceId device, Set<Metric> metrics, Instant from, Instant to) {
  private static final int FETCH = 10_000;

  private static final String SELECT =
      """
      SELECT date_part('epoch', time), value, flaw, provenance, delay_s FROM wuchang.reading
      WHERE device_id = (SELECT id FROM wuchang.device WHERE name = ?)
        AND metric_id = (SELECT id FROM wuchang.metric WHERE name = ?)
        AND time >= ? AND time < ?
      ORDER BY time
      """;

  List<Reading> run(Connection connection) throws SQLException {
    List<Reading> readings = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(SELECT)) {
      query.setFetchSize(FETCH);
      for (Metric metric : metrics.stream().sorted().toList()) {
        query.setString(1, device.value());
        query.setString(2, metric.name());
        query.setObject(3, from.atOffset(ZoneOffset.UTC));
        query.setObject(4, to.atOffset(ZoneOffset.UTC));
        try (ResultSet row = query.executeQuery()) {
          while (row.next()) {
            readings.add(reading(metric, row));
          }
        }
      }
    }
    return readings;
  }

  private Reading reading(Metric metric, ResultSet row) throws SQLException {
    Instant time = Instant.ofEpochMilli(Math.round(row.getDouble(1) * 1000));
    return new Reading(
        device,
        metric,
        time,
        row.getDouble(2),
        Codes.flaw(Optional.ofNullable(row.getString(3))),
        Codes.provenance(row.getInt(4)),
        Codes.arrived(time, row.getInt(5)));
  }
}
