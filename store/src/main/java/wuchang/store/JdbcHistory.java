package wuchang.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import wuchang.domain.DeviceId;
import wuchang.domain.RecordId;
import wuchang.domain.journal.History;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.domain.reading.Rejected;
import wuchang.domain.record.RecordKind;

/**
 * History from the database. Each method takes one connection of the pool for as long as it runs;
 * safe for use by several threads.
 */
public final class JdbcHistory implements History {
  /** Sorted one after the other, so that a year needs no more memory than a day. */
  private static final Duration STRETCH = Duration.ofDays(1);

  private static final String NEWEST =
      """
      SELECT d.name, greatest(
        (SELECT max(l.time) FROM wuchang.latest l WHERE l.device_id = d.id),
        (SELECT max(e.time) FROM wuchang.event e WHERE e.device_id = d.id)) AS newest
      FROM wuchang.device d
      """;

  private static final String HEARD =
      """
      SELECT d.name FROM wuchang.device d
      WHERE EXISTS (
        SELECT 1 FROM wuchang.latest l JOIN wuchang.reading r
          ON r.device_id = l.device_id AND r.metric_id = l.metric_id
        WHERE l.device_id = d.id AND r.time >= ? AND r.time < ?)
      OR EXISTS (
        SELECT 1 FROM wuchang.event e
        WHERE e.device_id = d.id AND e.time >= ? AND e.time < ?)
      """;

  private static final String REJECTED =
      """
      SELECT device, topic, payload, payload_bytes, reason, detail, arrived FROM wuchang.rejected
      WHERE ?::text IS NULL OR device = ?::text
      ORDER BY generation DESC, position DESC, ordinal DESC LIMIT ?
      """;

  private final Database database;

  public JdbcHistory(Database database) {
    this.database = database;
  }

  @Override
  public Map<DeviceId, Instant> newest() {
    return database.direct(
        connection -> {
          Map<DeviceId, Instant> newest = new HashMap<>();
          try (Statement statement = connection.createStatement();
              ResultSet row = statement.executeQuery(NEWEST)) {
            while (row.next()) {
              time(row, 2).ifPresent(put(newest, DeviceId.of(row.getString(1))));
            }
          }
          return newest;
        });
  }

  @Override
  public void replay(Instant from, Instant to, Consumer<Observation> each) {
    for (Instant start = from; start.isBefore(to); start = start.plus(STRETCH)) {
      Instant end = start.plus(STRETCH).isBefore(to) ? start.plus(STRETCH) : to;
      ObservationQuery query = new ObservationQuery(Optional.empty(), start, end);
      database.inOneAttempt(connection -> query.run(connection, each));
    }
  }

  @Override
  public Set<DeviceId> heard(Instant from, Instant to) {
    return database.direct(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(HEARD)) {
            OffsetDateTime first = from.atOffset(ZoneOffset.UTC);
            OffsetDateTime end = to.atOffset(ZoneOffset.UTC);
            statement.setObject(1, first);
            statement.setObject(2, end);
            statement.setObject(3, first);
            statement.setObject(4, end);
            Set<DeviceId> heard = new HashSet<>();
            try (ResultSet row = statement.executeQuery()) {
              while (row.next()) {
                heard.add(DeviceId.of(row.getString(1)));
              }
            }
            return heard;
          }
        });
  }

  @Override
  public List<Observation> observations(DeviceId device, Instant from, Instant to) {
    List<Observation> observations = new ArrayList<>();
    ObservationQuery query = new ObservationQuery(Optional.of(device), from, to);
    database.inOneAttempt(connection -> query.run(connection, observations::add));
    return observations;
  }

  @Override
  public List<Reading> readings(DeviceId device, Set<Metric> metrics, Instant from, Instant to) {
    ReadingQuery query = new ReadingQuery(device, metrics, from, to);
    return database.inOneAttempt(query::run);
  }

  @Override
  public List<BookEntry> entries(Set<RecordKind> kinds, Instant from, Instant to) {
    return database.direct(connection -> EntryQuery.between(connection, kinds, from, to));
  }

  @Override
  public List<BookEntry> versions(RecordId id) {
    return database.direct(connection -> EntryQuery.versions(connection, id));
  }

  @Override
  public List<Point> series(DeviceId device, Metric metric, Instant from, Instant to, int points) {
    if (points < 1 || !from.isBefore(to)) {
      return List.of();
    }
    return database.direct(
        connection ->
            SeriesQuery.of(from, to, points, Horizon.rawFrom(connection))
                .run(connection, device, metric));
  }

  @Override
  public List<Rejected> rejected(Optional<DeviceId> device, int most) {
    return database.direct(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(REJECTED)) {
            statement.setString(1, device.map(DeviceId::value).orElse(null));
            statement.setString(2, device.map(DeviceId::value).orElse(null));
            statement.setInt(3, most);
            List<Rejected> rejected = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
              while (row.next()) {
                rejected.add(rejected(row));
              }
            }
            return rejected;
          }
        });
  }

  private static Rejected rejected(ResultSet row) throws SQLException {
    String reason = row.getString("reason");
    return new Rejected(
        Optional.ofNullable(row.getString("device")).map(DeviceId::of),
        row.getString("topic"),
        row.getBytes("payload"),
        row.getInt("payload_bytes"),
        Arrays.stream(Rejected.Reason.values())
            .filter(r -> r.word().equals(reason))
            .findFirst()
            .orElse(Rejected.Reason.MALFORMED),
        row.getString("detail"),
        time(row, 7).orElseThrow());
  }

  private static Consumer<Instant> put(Map<DeviceId, Instant> map, DeviceId device) {
    return time -> map.put(device, time);
  }

  private static Optional<Instant> time(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
