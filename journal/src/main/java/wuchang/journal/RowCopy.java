package wuchang.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wuchang.domain.journal.Journal.Reader;

/**
 * Copies every row of a damaged file that can still be read, each looked up by its key, so that a
 * broken page costs the rows on it and no others.
 */
final class RowCopy {
  private static final Logger LOG = LoggerFactory.getLogger(RowCopy.class);

  /** Where an end of a table is not known, so many misses in a row are taken for it. */
  private static final int MISSES = 20_000;

  /** Further on than any position that may have been lost: positions are never used twice. */
  private static final long LEAP = 1_000_000;

  private static final Table BATCHES =
      new Table("batch", List.of("position", "observations", "upto", "body"));
  private static final Table STEPS =
      new Table("alert_step", List.of("seq", "alert", "opened_at", "closed", "body"));
  private static final Table NOTIFICATIONS =
      new Table("notification", List.of("seq", "alert", "body"));
  private static final Table SILENCES = new Table("silence", List.of("seq", "id", "until", "body"));

  private final Connection from;
  private final Connection to;
  private long unreadable;

  private RowCopy(Connection from, Connection to) {
    this.from = from;
    this.to = to;
  }

  /** A table with an integer key as its first column and a body as its last. */
  private record Table(String name, List<String> columns) {
    String key() {
      return columns.get(0);
    }

    String select() {
      return "SELECT %s FROM %s WHERE %s = ?".formatted(String.join(", ", columns), name, key());
    }

    String insert() {
      String places = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
      return "INSERT INTO %s (%s) VALUES (%s)".formatted(name, String.join(", ", columns), places);
    }
  }

  /** How many rows came over, and how many were met that could not be read. */
  record Saved(long batches, long alertSteps, long notifications, long unreadable) {
    static final Saved NOTHING = new Saved(0, 0, 0, 0);
  }

  static Saved all(Database from, Database to) {
    return from.use(source -> to.transact(target -> new RowCopy(source, target).all()));
  }

  private Saved all() throws SQLException {
    long passed = readers();
    long batches = copy(BATCHES, passed + 1);
    long end = Math.max(BatchTable.end(to).position(), bound(BATCHES, "max").orElse(0L));
    try (PreparedStatement leap =
        to.prepareStatement("INSERT INTO reader (name, position) VALUES ('SALVAGE', ?)")) {
      leap.setLong(1, end + LEAP);
      leap.executeUpdate();
    }
    copy(SILENCES, 1);
    return new Saved(batches, copy(STEPS, 1), copy(NOTIFICATIONS, 1), unreadable);
  }

  // Without its position a reader begins at the oldest batch; what it does twice does no harm.
  private long readers() throws SQLException {
    Map<Reader, Long> positions;
    try {
      positions = BatchTable.positions(from);
    } catch (SQLException e) {
      return 0;
    }
    BatchTable.save(to, positions);
    return Collections.min(positions.values());
  }

  private long copy(Table table, long likelyFirst) throws SQLException {
    if (!isKnown(table)) {
      return 0;
    }
    Walk walk = Walk.over(bound(table, "min"), bound(table, "max"), likelyFirst);
    long saved = 0;
    long misses = 0;
    try (PreparedStatement insert = to.prepareStatement(table.insert())) {
      for (long key = walk.first; walk.goesOn(key, misses); key += walk.step) {
        List<Object> row = row(table, key);
        misses = row.isEmpty() ? misses + 1 : 0;
        for (int i = 0; i < row.size(); i++) {
          insert.setObject(i + 1, row.get(i));
        }
        saved += row.isEmpty() ? 0 : insert.executeUpdate();
      }
    }
    return saved;
  }

  /** The keys to look up: from end to end, or from the end that is known. */
  private record Walk(long first, long last, int step, long mostMisses) {
    static Walk over(Optional<Long> low, Optional<Long> high, long likelyFirst) {
      if (low.isPresent() && high.isPresent()) {
        return new Walk(low.get(), high.get(), 1, Long.MAX_VALUE);
      }
      return high.isPresent()
          ? new Walk(high.get(), 1, -1, MISSES)
          : new Walk(low.orElse(likelyFirst), Long.MAX_VALUE, 1, MISSES);
    }

    boolean goesOn(long key, long misses) {
      return misses < mostMisses && (step > 0 ? key <= last : key >= last);
    }
  }

  // Not when the names of the tables cannot be read: no row could be either.
  private boolean isKnown(Table table) {
    try (PreparedStatement select = from.prepareStatement(table.select())) {
      return select.getMetaData().getColumnCount() == table.columns.size();
    } catch (SQLException e) {
      return false;
    }
  }

  // Empty when there is no such row, or it cannot be read, or is not what was written.
  // A statement is good for one row only: after a damaged page it finds nothing any more.
  private List<Object> row(Table table, long key) {
    try (PreparedStatement select = from.prepareStatement(table.select())) {
      select.setLong(1, key);
      try (ResultSet rows = select.executeQuery()) {
        if (!rows.next()) {
          return List.of();
        }
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= table.columns.size(); i++) {
          row.add(rows.getObject(i));
        }
        if (Frame.isIntact((byte[]) row.get(row.size() - 1))) {
          return row;
        }
      }
    } catch (SQLException e) {
      LOG.debug(
          "event=journal_row_unreadable table={} key={} said=\"{}\"",
          table.name,
          key,
          e.getMessage());
    }
    unreadable++;
    return List.of();
  }

  private Optional<Long> bound(Table table, String function) {
    String select = "SELECT %s(%s) FROM %s".formatted(function, table.key(), table.name);
    try {
      return Optional.of(Database.number(from, select, 0));
    } catch (SQLException e) {
      return Optional.empty();
    }
  }
}
