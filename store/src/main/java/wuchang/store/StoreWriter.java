package wuchang.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import wuchang.domain.finding.Coverage;
import wuchang.domain.finding.Limit;
import wuchang.domain.journal.Journal.Placed;
import wuchang.domain.reading.Reading;
import wuchang.domain.site.Retention;
import wuchang.domain.site.Site;

/**
 * Carries the journal into the tables: all of what it is given in one transaction, or nothing.
 * Giving it the same again, in parts, late or in another order, changes nothing. Blocking; for one
 * thread at a time. Throws {@link wuchang.domain.journal.History.StoreUnavailable} when the
 * database is away.
 */
public final class StoreWriter {
  private static final String READER = "store";

  /** A journal whose end lies before what was stored of it is another journal. */
  private static final String BEGIN =
      """
      INSERT INTO wuchang.journal_position AS p (reader, generation, position) VALUES (?, 1, 0)
      ON CONFLICT (reader) DO UPDATE SET
        generation = p.generation + CASE WHEN p.position > ? THEN 1 ELSE 0 END,
        position = CASE WHEN p.position > ? THEN 0 ELSE p.position END
      RETURNING generation
      """;

  private static final String ADVANCE =
      """
      UPDATE wuchang.journal_position SET position = ?
      WHERE reader = ? AND generation = ? AND position < ?
      """;

  /** Waits for a closing that takes the mark away, and marks anew. */
  private static final String MARK =
      """
      INSERT INTO wuchang.chain_due SELECT d, now() FROM unnest(?::date[]) AS t(d)
      ON CONFLICT (day) DO UPDATE SET touched = excluded.touched
      """;

  private final Database database;
  private final Function<Site, List<Limit>> limits;
  private final Roster roster = new Roster();
  private Layout layout = Flavour.PLAIN.layout();
  private long generation;

  /** Whether the last transaction held readings that were there already: more will follow. */
  private boolean repeats;

  public StoreWriter(Database database) {
    this(database, site -> List.of());
  }

  /**
   * @param limits what is in force at a site, for dashboards to draw
   */
  public StoreWriter(Database database, Function<Site, List<Limit>> limits) {
    this.database = database;
    this.limits = limits;
  }

  /**
   * Must come before the first write, and again when the database was away: it may be another one
   * now. Brings the schema up to date and takes over the site.
   *
   * @param journalEnd the newest position of the journal that will be written from
   */
  public Flavour begin(Site site, long journalEnd) {
    Flavour flavour = database.migrate();
    layout = flavour.layout();
    roster.forget();
    generation = database.inTransaction(connection -> generation(connection, journalEnd));
    configure(site);
    return flavour;
  }

  /** Takes over a changed site: its devices, their areas, and how long things are kept. */
  public void configure(Site site) {
    database.inTransaction(
        connection -> {
          layout.policies(connection, site.retention());
          int configured = Roster.configure(connection, site);
          SiteRows.store(connection, site, limits.apply(site));
          return configured;
        });
  }

  /** Brings what was and will be when, by the site's calendar, up to now. */
  public void calendar(Site site, Instant now) {
    database.inTransaction(
        connection ->
            CalendarRows.store(connection, site, now) + SilenceRows.plan(connection, site, now));
  }

  /** Writes batches that follow each other in the journal. */
  public Stored write(List<Placed> batches) {
    if (batches.isEmpty()) {
      return new Stored(0, 0, 0);
    }
    JournalRows rows = JournalRows.of(batches, generation);
    Instant rawFrom = database.direct(Horizon::rawFrom);
    List<Reading> kept = rows.readings().stream().filter(r -> !r.time().isBefore(rawFrom)).toList();
    Map<String, Integer> devices = roster.devices(database, rows.devices());
    Map<String, Integer> metrics = roster.metrics(database, rows.metrics());
    layout.prepare(database, ReadingRows.days(kept));
    ReadingRows readings = ReadingRows.of(kept, devices, metrics);
    long end = batches.get(batches.size() - 1).position();
    return database.inTransaction(
        connection -> {
          int readingsStored = store(connection, readings);
          mark(connection, ReadingRows.days(kept));
          int eventsStored = EventRows.store(connection, rows.events(), devices);
          EntryRows.store(connection, rows.entries());
          RejectedRows.store(connection, rows.rejected());
          AlertRows.store(connection, rows.alertSteps());
          NotificationRows.store(connection, rows.notifications());
          SilenceRows.store(connection, rows.silences());
          advance(connection, end);
          return new Stored(readingsStored, eventsStored, rows.readings().size() - kept.size());
        });
  }

  /** Writes sums of evidence; each takes the place of the one before. */
  public int cover(List<Coverage> rows) {
    return database.inTransaction(connection -> CoverageRows.store(connection, rows));
  }

  /**
   * Drops what is older than it is to be kept, and makes place for the days to come. Whole days
   * (UTC) of raw readings go. Nothing goes from the day on which an incident began that is still
   * open.
   */
  public void keep(Retention retention, Instant now) {
    Instant held = database.direct(Records::heldFrom);
    Instant rawFrom = earlier(now.minus(retention.raw()), held).truncatedTo(ChronoUnit.DAYS);
    // First, so that no late repeat of a dropped reading is taken for a new one.
    database.inTransaction(connection -> Horizon.move(connection, rawFrom));
    layout.expire(database, rawFrom, earlier(now.minus(retention.rollup()), held));
    database.inTransaction(
        connection -> Records.expire(connection, earlier(now.minus(retention.records()), held)));
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    layout.prepare(database, Set.of(today, today.plusDays(1), today.plusDays(2)));
  }

  /** What the whole database takes on its disk, in bytes, other schemas among it. */
  public long bytes() {
    return database.direct(StoreWriter::size);
  }

  private static long size(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_database_size(current_database())")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private int store(Connection connection, ReadingRows readings) throws SQLException {
    boolean likelyNew = layout.copies() && !repeats && readings.size() > 0;
    if (likelyNew && readings.storeAsNew(connection)) {
      return readings.size();
    }
    int stored = readings.store(connection, layout.insert());
    repeats = stored < readings.size();
    return stored;
  }

  /** Notes that a day has readings which are not in the chain yet. */
  private static void mark(Connection connection, Set<LocalDate> days) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(MARK)) {
      statement.setArray(1, connection.createArrayOf("date", days.stream().sorted().toArray()));
      statement.executeUpdate();
    }
  }

  private static long generation(Connection connection, long journalEnd) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
      statement.setString(1, READER);
      statement.setLong(2, journalEnd);
      statement.setLong(3, journalEnd);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private int advance(Connection connection, long position) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ADVANCE)) {
      statement.setLong(1, position);
      statement.setString(2, READER);
      statement.setLong(3, generation);
      statement.setLong(4, position);
      return statement.executeUpdate();
    }
  }
}
