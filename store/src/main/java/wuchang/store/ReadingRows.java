package wuchang.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import wuchang.domain.reading.Reading;

/**
 * Readings on their way into the tables. Where some may be there already, one statement stores the
 * others, moves the newest values forward and, where the layout asks for it, adds to the hours and
 * days. All of these see only the rows that were really stored, so repeats change nothing. Where
 * all are new, that is done in cheaper ways.
 */
final class ReadingRows {
  private static final String INSERT =
      """
      WITH stored AS (
        INSERT INTO wuchang.reading
          (time, value, device_id, metric_id, delay_s, quality, provenance, flaw)
        SELECT to_timestamp(g.millis::float8 / 1000), g.value, g.device_id, g.metric_id,
               g.delay_s, g.quality, g.provenance, g.flaw
        FROM unnest(?::int8[], ?::float8[], ?::int4[], ?::int4[], ?::int4[], ?::int4[], ?::int4[],
                    ?::text[])
          AS g(millis, value, device_id, metric_id, delay_s, quality, provenance, flaw)
        ON CONFLICT (device_id, metric_id, time) DO NOTHING
        RETURNING time, value, device_id, metric_id, quality
      ), newest AS (
        INSERT INTO wuchang.latest AS l (device_id, metric_id, time, value, quality)
        SELECT DISTINCT ON (device_id, metric_id) device_id, metric_id, time, value, quality
        FROM stored ORDER BY device_id, metric_id, time DESC
        ON CONFLICT (device_id, metric_id) DO UPDATE SET
          time = excluded.time, value = excluded.value, quality = excluded.quality
        WHERE l.time < excluded.time
      )
      %s SELECT count(*) FROM stored
      """;

  private final List<ReadingRow> rows;

  private ReadingRows(List<ReadingRow> rows) {
    this.rows = rows;
  }

  /** The statement, with what else is to be done with the stored rows. */
  static String insert(String more) {
    return String.format(INSERT, more.strip());
  }

  static Set<LocalDate> days(List<Reading> readings) {
    return readings.stream()
        .map(r -> LocalDate.ofInstant(r.time(), ZoneOffset.UTC))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static ReadingRows of(
      List<Reading> readings, Map<String, Integer> devices, Map<String, Integer> metrics) {
    return new ReadingRows(
        readings.stream()
            .map(
                r ->
                    new ReadingRow(
                        devices.get(r.device().value()),
                        metrics.get(r.metric().name()),
                        r.time().toEpochMilli(),
                        r))
            .sorted(ReadingRow.BY_KEY)
            .toList());
  }

  int size() {
    return rows.size();
  }

  /**
   * Stores them when none of them is there yet.
   *
   * @return whether they were; if not, nothing is stored
   */
  boolean storeAsNew(Connection connection) throws SQLException {
    List<ReadingRow> distinct = ReadingRow.distinct(rows);
    if (distinct.size() < rows.size() || !CopiedRows.store(connection, distinct)) {
      return false;
    }
    RollUps.add(connection, distinct);
    return true;
  }

  /** Stores those that are not there yet; returns how many. */
  int store(Connection connection, String insert) throws SQLException {
    if (rows.isEmpty()) {
      return 0;
    }
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      bind(connection, statement);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getInt(1);
      }
    }
  }

  private void bind(Connection connection, PreparedStatement statement) throws SQLException {
    Columns columns = new Columns(connection, statement);
    columns.longs(rows.stream().mapToLong(ReadingRow::millis));
    columns.doubles(rows.stream().mapToDouble(r -> r.reading().value()));
    columns.ints(rows.stream().mapToInt(ReadingRow::device));
    columns.ints(rows.stream().mapToInt(ReadingRow::metric));
    columns.ints(
        rows.stream().mapToInt(r -> Codes.delay(r.reading().time(), r.reading().arrived())));
    columns.ints(rows.stream().mapToInt(r -> Codes.quality(r.reading().quality())));
    columns.ints(rows.stream().mapToInt(r -> Codes.provenance(r.reading().provenance())));
    columns.texts(rows.stream().map(r -> Codes.flaw(r.reading().flaw())));
  }
}
