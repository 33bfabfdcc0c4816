package wuchang.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import wuchang.domain.site.Retention;

/**
 * Without TimescaleDB: a partition for each day (UTC), and hours and days added up with every
 * reading.
 */
final class DayPartitions implements Layout {
  private static final String PREFIX = "reading_";
  private static final DateTimeFormatter NAME = DateTimeFormatter.BASIC_ISO_DATE;

  private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('wuchang.reading'))";

  private static final String PARTITIONS =
      """
      SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
      WHERE i.inhparent = 'wuchang.reading'::regclass
      """;

  private static final String ROLL_UP =
      """
      , rolled AS (
        INSERT INTO wuchang.reading_hour AS h (device_id, metric_id, time, min, max, sum, n)
        SELECT device_id, metric_id, date_bin('1 hour', time, 'epoch'),
               min(value), max(value), sum(value), count(*)
        FROM stored WHERE quality < 2
        GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
        ON CONFLICT (device_id, metric_id, time) DO UPDATE SET
          min = least(h.min, excluded.min), max = greatest(h.max, excluded.max),
          sum = h.sum + excluded.sum, n = h.n + excluded.n
      ), rolled_days AS (
        INSERT INTO wuchang.reading_day AS d (device_id, metric_id, time, min, max, sum, n)
        SELECT device_id, metric_id, date_bin('1 day', time, 'epoch'),
               min(value), max(value), sum(value), count(*)
        FROM stored WHERE quality < 2
        GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
        ON CONFLICT (device_id, metric_id, time) DO UPDATE SET
          min = least(d.min, excluded.min), max = greatest(d.max, excluded.max),
          sum = d.sum + excluded.sum, n = d.n + excluded.n
      )
      """;

  private final Set<LocalDate> known = ConcurrentHashMap.newKeySet();

  @Override
  public void prepare(Database database, Set<LocalDate> days) {
    Set<LocalDate> missing = new TreeSet<>(days);
    missing.removeAll(known);
    if (!missing.isEmpty()) {
      database.inTransaction(connection -> create(connection, missing));
      known.addAll(missing);
    }
  }

  @Override
  public String insert() {
    return ReadingRows.insert(ROLL_UP);
  }

  @Override
  public boolean copies() {
    return true;
  }

  @Override
  public void expire(Database database, Instant rawFrom, Instant hoursFrom) {
    LocalDate first = LocalDate.ofInstant(rawFrom, ZoneOffset.UTC);
    for (LocalDate day : database.direct(DayPartitions::days)) {
      if (day.isBefore(first)) {
        known.remove(day);
        database.inTransaction(connection -> drop(connection, day));
      }
    }
    Instant daysFrom = hoursFrom.truncatedTo(ChronoUnit.DAYS); // a day goes when it is over
    database.inTransaction(connection -> delete(connection, "reading_hour", hoursFrom));
    database.inTransaction(connection -> delete(connection, "reading_day", daysFrom));
  }

  private static int delete(Connection connection, String table, Instant before)
      throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM wuchang." + table + " WHERE time < ?")) {
      delete.setObject(1, before.atOffset(ZoneOffset.UTC));
      return delete.executeUpdate();
    }
  }

  @Override
  public String sums(Connection connection, String name) {
    return "wuchang." + name;
  }

  @Override
  public void adopt(Database database) {
    // They are in their tables.
  }

  @Override
  public void policies(Connection connection, Retention retention) {
    // Nothing runs by itself here: Wuchang makes and drops the partitions.
  }

  private static int create(Connection connection, Set<LocalDate> days) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // Two writers that meet a new day wait for each other here and not in a deadlock.
      statement.execute(LOCK);
      Set<LocalDate> there = Set.copyOf(days(connection));
      for (LocalDate day : days) {
        if (!there.contains(day)) {
          // Made apart and attached: that stops neither readers nor writers.
          statement.execute(
              "CREATE TABLE wuchang." + name(day) + " (LIKE wuchang.reading INCLUDING ALL)");
          statement.execute(
              "ALTER TABLE wuchang.reading ATTACH PARTITION wuchang."
                  + name(day)
                  + String.format(
                      " FOR VALUES FROM ('%sT00:00:00Z') TO ('%sT00:00:00Z')",
                      day, day.plusDays(1)));
        }
      }
    }
    return days.size();
  }

  private static boolean drop(Connection connection, LocalDate day) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // Waiting behind a long query would hold up every writer behind us; the next run drops it.
      statement.execute("SET LOCAL lock_timeout = '3s'");
      return statement.execute("DROP TABLE IF EXISTS wuchang." + name(day));
    }
  }

  private static List<LocalDate> days(Connection connection) throws SQLException {
    List<LocalDate> days = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(PARTITIONS)) {
      while (rows.next()) {
        day(rows.getString(1)).ifPresent(days::add);
      }
    }
    return days;
  }

  private static String name(LocalDate day) {
    return PREFIX + NAME.format(day);
  }

  private static Optional<LocalDate> day(String name) {
    try {
      return Optional.of(LocalDate.parse(name.substring(PREFIX.length()), NAME));
    } catch (DateTimeParseException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }
}
