package wuchang.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Fills an empty database from the pages of a {@link StoreCopy}. */
public final class StoreFilling {
  private static final String FILLED =
      """
      SELECT EXISTS (SELECT FROM wuchang.device) OR EXISTS (SELECT FROM wuchang.reading)
        OR EXISTS (SELECT FROM wuchang.alert) OR EXISTS (SELECT FROM wuchang.record)
      """;

  /** Reads the pages. */
  public interface Pages {
    /** All names, in the order in which they were written. */
    List<String> names();

    InputStream page(String name) throws IOException;
  }

  private final Database database;

  public StoreFilling(Database database) {
    this.database = database;
  }

  /** Whether there is anything in the database that filling it would mix with. */
  public boolean isFilled() {
    return database.direct(
        connection -> {
          String there = "SELECT to_regclass('wuchang.record') IS NOT NULL";
          return isTrue(connection, there) && isTrue(connection, FILLED);
        });
  }

  /**
   * Makes the schema as it was then, fills it in one transaction, and brings it up to date.
   *
   * @throws wuchang.domain.journal.History.StoreUnavailable when the database is away
   * @throws IllegalStateException when the schema is of a newer Wuchang, or a page does not fit
   * @throws UncheckedIOException when a page cannot be read
   */
  public void in(StoreStand stand, Pages pages) {
    Layout layout = asOf(stand.schema()).layout();
    layout.prepare(database, days(pages.names()));
    database.inOneAttempt(connection -> fill(connection, layout, pages));
    layout.adopt(database);
    database.migrate();
    database.direct(connection -> run(connection, "ANALYZE"));
  }

  private Flavour asOf(String schema) {
    try {
      return database.migrate(MigrationVersion.fromVersion(schema));
    } catch (IllegalStateException e) {
      throw new IllegalStateException(
          "its tables, of version %s, cannot be made here; are they of a newer Wuchang? %s"
              .formatted(schema, e.getMessage()),
          e);
    }
  }

  private static boolean fill(Connection connection, Layout layout, Pages pages)
      throws SQLException {
    List<String> tables = new ArrayList<>(CopiedTables.names(connection));
    tables.removeIf(name -> name.equals("reading_hour") || name.equals("reading_day"));
    // What a new schema is born with.
    run(connection, "TRUNCATE wuchang." + String.join(", wuchang.", tables));
    CopyManager copying = connection.unwrap(PGConnection.class).getCopyAPI();
    for (String name : pages.names()) {
      String table = name.contains("/") ? name.substring(0, name.indexOf('/')) : name;
      String columns = CopiedTables.columns(connection, table);
      if (columns.isEmpty()) {
        throw new IllegalStateException("it holds a table «" + table + "» that is not known here");
      }
      String target =
          Set.of("reading_hour", "reading_day").contains(table)
              ? layout.sums(connection, table)
              : "wuchang." + table;
      try (InputStream page = pages.page(name)) {
        copying.copyIn(
            "COPY " + target + " (" + columns + ") FROM STDIN (FORMAT csv, HEADER MATCH)", page);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    CopiedTables.goOnCounting(connection);
    return true;
  }

  private static Set<LocalDate> days(List<String> names) {
    String prefix = CopiedTables.READING + "/";
    return names.stream()
        .filter(name -> name.startsWith(prefix))
        .map(name -> LocalDate.parse(name.substring(prefix.length())))
        .collect(Collectors.toSet());
  }

  private static boolean isTrue(Connection connection, String sql) throws SQLException {
    return CopiedTables.column(connection, sql).get(0).equals("t");
  }

  private static boolean run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.execute(sql);
    }
  }
}
