package wuchang.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * All that the database keeps, as it stands at one instant, in CSV with a header; others go on
 * writing meanwhile. A table is one page, of the readings each day (UTC) is one.
 */
public final class StoreCopy {
  /** Where the pages go. */
  public interface Pages {
    /** Called first, as soon as it is decided of which instant the copy is. */
    void of(StoreStand stand) throws IOException;

    /** A page of so many, to be written and closed before the next is asked for. */
    OutputStream page(String name, int number, int all) throws IOException;
  }

  private static final List<String> MANNER =
      List.of(
          "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY",
          "SET LOCAL TimeZone = 'UTC'",
          "SET LOCAL DateStyle = 'ISO, YMD'",
          "SET LOCAL IntervalStyle = 'iso_8601'");

  private static final String POSITION =
      "SELECT coalesce(max(position), 0) FROM wuchang.journal_position WHERE reader = 'store'";

  private static final String DAYS =
      """
      SELECT d::date FROM generate_series(
        (SELECT date_trunc('day', min(time)) FROM wuchang.reading),
        (SELECT max(time) FROM wuchang.reading), INTERVAL '1 day') d
      WHERE EXISTS (
        SELECT FROM wuchang.reading WHERE time >= d AND time < d + INTERVAL '1 day')
      """;

  private final Database database;

  public StoreCopy(Database database) {
    this.database = database;
  }

  /**
   * Copies everything out. Blocking, for as long as there is something to copy.
   *
   * @throws wuchang.domain.journal.History.StoreUnavailable when the database is away or has no
   *     schema yet
   * @throws UncheckedIOException when a page cannot be written
   */
  public StoreStand out(Pages pages) {
    return database.inOneAttempt(
        connection -> {
          prepare(connection);
          try {
            return out(connection, pages);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String setting : MANNER) {
        statement.execute(setting);
      }
    }
  }

  private static StoreStand out(Connection connection, Pages pages)
      throws SQLException, IOException {
    StoreStand stand =
        new StoreStand(
            CopiedTables.schema(connection),
            Long.parseLong(CopiedTables.column(connection, POSITION).get(0)));
    pages.of(stand);
    List<Page> all = pages(connection);
    CopyManager copying = connection.unwrap(PGConnection.class).getCopyAPI();
    for (int i = 0; i < all.size(); i++) {
      try (OutputStream page = pages.page(all.get(i).name(), i + 1, all.size())) {
        copying.copyOut("COPY (" + all.get(i).select() + ") TO STDOUT (FORMAT csv, HEADER)", page);
      }
    }
    return stand;
  }

  private record Page(String name, String select) {}

  private static List<Page> pages(Connection connection) throws SQLException {
    List<Page> pages = new ArrayList<>();
    for (String table : CopiedTables.names(connection)) {
      pages.add(new Page(table, select(connection, table)));
    }
    String readings = select(connection, CopiedTables.READING);
    for (String date : CopiedTables.column(connection, DAYS)) {
      LocalDate day = LocalDate.parse(date);
      String of = " WHERE time >= '%sT00:00:00Z' AND time < '%sT00:00:00Z'";
      pages.add(
          new Page(
              CopiedTables.READING + "/" + day, readings + of.formatted(day, day.plusDays(1))));
    }
    return pages;
  }

  private static String select(Connection connection, String table) throws SQLException {
    return "SELECT " + CopiedTables.columns(connection, table) + " FROM wuchang." + table;
  }
}
