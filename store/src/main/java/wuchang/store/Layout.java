package wuchang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import wuchang.domain.site.Retention;

/**
 * How the large table is laid out; what differs with TimescaleDB and without. Made anew when the
 * database was away: it may remember what another one has.
 */
interface Layout {
  /** Makes place for readings of these days (UTC). Cheap when there is. */
  void prepare(Database database, Set<LocalDate> days);

  /**
   * The statement that stores a batch and says how many were new; parameters as {@link ReadingRows}
   * binds them.
   */
  String insert();

  /** Whether readings that are all new are better copied, and their sums added by us. */
  boolean copies();

  /** Drops raw readings before a time, hours before another, and keeps their sums. */
  void expire(Database database, Instant rawFrom, Instant hoursFrom);

  /** Where the sums {@code reading_hour} or {@code reading_day} are written to when copied in. */
  String sums(Connection connection, String name) throws SQLException;

  /** Lets sums that were copied in be seen together with what is added up from now on. */
  void adopt(Database database);

  /** Tells the database what it does by itself. */
  void policies(Connection connection, Retention retention) throws SQLException;
}
