package wuchang.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Provenance;
import wuchang.domain.reading.Reading;

/**
 * Readings and events in [from, to) as they came, in order of time, then device; streamed, for a
 * day may be a million rows. When they arrived is kept to the second.
 */
record ObservationQuery(Optional<DeviceId> device, Instant from, Instant to) {
  private static final int FETCH = 5_000;

  private static final String SELECT =
      """
      SELECT d.name AS device, round(date_part('epoch', o.time) * 1000)::int8 AS millis, o.*
      FROM (
        SELECT r.device_id, 0 AS kind, r.time, m.name AS what, r.value, r.flaw, r.provenance,
               r.delay_s, '' AS person, '' AS card, '' AS direction, '' AS method, '' AS reason
        FROM wuchang.reading r JOIN wuchang.metric m ON m.id = r.metric_id
        WHERE r.time >= ? AND r.time < ? %1$s
        UNION ALL
        SELECT device_id, 1, time, event, 0, NULL, provenance, delay_s, person, card, direction,
               method, reason
        FROM wuchang.event WHERE time >= ? AND time < ? %1$s
      ) o JOIN wuchang.device d ON d.id = o.device_id
      ORDER BY o.time, d.name COLLATE "C", o.kind, o.what COLLATE "C", o.person COLLATE "C",
               o.card COLLATE "C"
      """;

  private static final String OF_DEVICE =
      "AND device_id = (SELECT id FROM wuchang.device WHERE name = ?)";

  /** Hands out each; returns how many there were. */
  long run(Connection connection, Consumer<Observation> each) throws SQLException {
    Map<String, DeviceId> devices = new HashMap<>();
    String sql = SELECT.formatted(device.isPresent() ? OF_DEVICE : "");
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(FETCH);
      int next = bind(statement, 1);
      bind(statement, next);
      long seen = 0;
      try (ResultSet row = statement.executeQuery()) {
        for (; row.next(); seen++) {
          DeviceId id = devices.computeIfAbsent(row.getString("device"), DeviceId::of);
          each.accept(row.getInt("kind") == 0 ? reading(row, id) : event(row, id));
        }
      }
      return seen;
    }
  }

  private int bind(PreparedStatement statement, int first) throws SQLException {
    statement.setObject(first, from.atOffset(ZoneOffset.UTC));
    statement.setObject(first + 1, to.atOffset(ZoneOffset.UTC));
    if (device.isEmpty()) {
      return first + 2;
    }
    statement.setString(first + 2, device.get().value());
    return first + 3;
  }

  private static Reading reading(ResultSet row, DeviceId device) throws SQLException {
    Instant time = Instant.ofEpochMilli(row.getLong("millis"));
    return new Reading(
        device,
        Metric.of(row.getString("what")),
        time,
        row.getDouble("value"),
        Codes.flaw(Optional.ofNullable(row.getString("flaw"))),
        provenance(row),
        Codes.arrived(time, row.getInt("delay_s")));
  }

  private static GateEvent event(ResultSet row, DeviceId device) throws SQLException {
    Instant time = Instant.ofEpochMilli(row.getLong("millis"));
    return new GateEvent(
        device,
        time,
        GateEvent.What.of(row.getString("what")).orElseThrow(),
        row.getString("person"),
        row.getString("card"),
        row.getString("direction"),
        row.getString("method"),
        row.getString("reason"),
        provenance(row),
        Codes.arrived(time, row.getInt("delay_s")));
  }

  private static Provenance provenance(ResultSet row) throws SQLException {
    return Codes.provenance(row.getInt("provenance"));
  }
}
