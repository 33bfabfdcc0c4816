package wuchang.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import wuchang.domain.site.Retention;

/** With TimescaleDB: it makes the chunks and adds up the hours and days by itself. */
final class Hypertable implements Layout {
  private static final Duration DAY = Duration.ofDays(1);

  private static final String MATERIALIZED =
      """
      SELECT format('%%I.%%I', materialization_hypertable_schema, materialization_hypertable_name)
      FROM timescaledb_information.continuous_aggregates
      WHERE view_schema = 'wuchang' AND view_name = '%s'
      """;

  /** The day of the first reading; none when there is none. */
  private static final String FIRST_READING =
      "SELECT date_trunc('day', min(time), 'UTC') FROM wuchang.reading HAVING count(*) > 0";

  @Override
  public void prepare(Database database, Set<LocalDate> days) {
    // Chunks are made as rows come.
  }

  @Override
  public String insert() {
    return ReadingRows.insert("");
  }

  @Override
  public boolean copies() {
    return false;
  }

  @Override
  public void expire(Database database, Instant rawFrom, Instant hoursFrom) {
    database.direct(
        connection -> {
          // Only when there is something to drop: it may meet with the database's own refreshing.
          if (isAny(connection, "show_chunks('wuchang.reading', older_than => ?)", rawFrom)) {
            // Late rows are counted in their hours before their chunk goes.
            run(
                connection,
                "CALL refresh_continuous_aggregate('wuchang.reading_hour', NULL, ?)",
                rawFrom);
            run(
                connection,
                "CALL refresh_continuous_aggregate('wuchang.reading_day', NULL, ?)",
                rawFrom);
            run(connection, "SELECT drop_chunks('wuchang.reading', older_than => ?)", rawFrom);
          }
          run(connection, "SELECT drop_chunks('wuchang.reading_hour', older_than => ?)", hoursFrom);
          run(connection, "SELECT drop_chunks('wuchang.reading_day', older_than => ?)", hoursFrom);
          return true;
        });
  }

  @Override
  public String sums(Connection connection, String name) throws SQLException {
    return CopiedTables.column(connection, MATERIALIZED.formatted(name)).get(0);
  }

  /** Up to where an aggregate has been worked out is only known after a refresh. */
  @Override
  public void adopt(Database database) {
    database.direct(
        connection -> {
          for (String first : CopiedTables.column(connection, FIRST_READING)) {
            run(
                connection,
                "CALL refresh_continuous_aggregate('wuchang.reading_hour', '" + first + "', NULL)");
            run(
                connection,
                "CALL refresh_continuous_aggregate('wuchang.reading_day', '" + first + "', NULL)");
          }
          return true;
        });
  }

  /**
   * Hours are worked out again for as long as raw readings are there, and not for longer: that
   * would empty them. The database drops nothing by itself: it does not know what is still open.
   */
  @Override
  public void policies(Connection connection, Retention retention) throws SQLException {
    if (!Horizon.isNews(connection, retention)) {
      return;
    }
    Duration raw = retention.raw();
    Duration refreshed = raw.compareTo(DAY.multipliedBy(3)) > 0 ? raw.minus(DAY) : raw;
    refresh(connection, "wuchang.reading_hour", refreshed, "1 hour");
    refresh(connection, "wuchang.reading_day", refreshed.plus(DAY), "1 day");
    for (String table : List.of("reading", "reading_hour", "reading_day")) {
      run(connection, "SELECT remove_retention_policy('wuchang." + table + "', if_exists => true)");
    }
  }

  private static boolean isAny(Connection connection, String rows, Instant before)
      throws SQLException {
    String sql = "SELECT 1 FROM " + rows.replace("?", "?::timestamptz") + " LIMIT 1";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, before.atOffset(ZoneOffset.UTC));
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  private static void refresh(Connection connection, String aggregate, Duration since, String until)
      throws SQLException {
    run(connection, "SELECT remove_continuous_aggregate_policy('" + aggregate + "', true)");
    run(
        connection,
        "SELECT add_continuous_aggregate_policy('"
            + aggregate
            + "', start_offset => ?, end_offset => INTERVAL '"
            + until
            + "', schedule_interval => INTERVAL '30 minutes')",
        since);
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }

  private static void run(Connection connection, String sql, Instant at) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(sql.replace("?", "?::timestamptz"))) {
      statement.setObject(1, at.atOffset(ZoneOffset.UTC));
      statement.execute();
    }
  }

  private static void run(Connection connection, String sql, Duration duration)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(sql.replace("?", "make_interval(secs => ?)"))) {
      statement.setDouble(1, duration.toSeconds());
      statement.execute();
    }
  }
}
