package wuchang.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import wuchang.domain.chain.ChainHash;
import wuchang.domain.chain.ChainHead;
import wuchang.domain.chain.ChainLink;

/** The chain in the database, as it was made and as the rows stand now. Blocking. */
public final class JdbcChain {
  private static final String LAST =
      "SELECT at, seq, hash FROM wuchang.chain_head WHERE at <= ? ORDER BY seq DESC LIMIT 1";

  private static final String HEADS =
      "SELECT at, seq, hash FROM wuchang.chain_head WHERE at > ? AND at <= ? ORDER BY seq";

  private static final String LINKS =
      """
      SELECT l.seq, l.kind, l.key, l.hash, coalesce(l.content, r.content) AS content
      FROM wuchang.chain_link l
      LEFT JOIN wuchang.chain_row r ON r.kind = l.kind AND r.key = l.key
      WHERE l.seq > ? AND l.seq <= ? ORDER BY l.seq
      """;

  private final Database database;

  public JdbcChain(Database database) {
    this.database = database;
  }

  /**
   * Chains what is not chained yet of the days that are over. To be called when the store has all
   * that arrived up to the cutoff.
   *
   * @param today the beginning of the site's day that is not over
   * @param cutoff readings that arrived later are left to the next closing
   * @return where the chain ends now; empty when there was nothing to add
   */
  public Optional<ChainHead> close(Instant today, Instant cutoff, Instant now) {
    return database.inTransaction(
        connection -> {
          List<ChainClosing.Row> rows = new ChainClosing(connection, cutoff).rows(today);
          return rows.isEmpty() ? Optional.empty() : Optional.of(append(connection, rows, now));
        });
  }

  /** Where the chain ended at an instant. */
  public ChainHead head(Instant at) {
    return database.direct(connection -> head(connection, at));
  }

  /** The closings after an instant and up to another. */
  public List<ChainHead> heads(Instant after, Instant upTo) {
    return database.direct(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(HEADS)) {
            select.setObject(1, after.atOffset(ZoneOffset.UTC));
            select.setObject(2, upTo.atOffset(ZoneOffset.UTC));
            return heads(select);
          }
        });
  }

  /** The rows after a sequence number and up to another, in their order. */
  public void links(long after, long upTo, Consumer<ChainLink> each) {
    database.inOneAttempt(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(LINKS)) {
            select.setFetchSize(1000);
            select.setLong(1, after);
            select.setLong(2, upTo);
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                each.accept(
                    new ChainLink(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Optional.ofNullable(row.getString(5))));
              }
            }
            return true;
          }
        });
  }

  /**
   * Whether the readings are still kept that a row of the kind {@code readings} stands for.
   *
   * @param key of the row
   */
  public boolean areKept(String key) {
    ChainSeries series = ChainSeries.of(key);
    return database.direct(connection -> !Horizon.rawFrom(connection).isAfter(series.from()));
  }

  /** Writes those readings, as they are now. */
  public void readings(String key, OutputStream to) {
    String copy = ChainSeries.of(key).copy();
    database.direct(
        connection -> {
          try {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, to);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static ChainHead append(Connection connection, List<ChainClosing.Row> rows, Instant now)
      throws SQLException {
    ChainHead before = head(connection, Instant.parse("9999-01-01T00:00:00Z"));
    long sequence = before.sequence();
    String hash = before.hash();
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO wuchang.chain_link VALUES (?, ?, ?, ?, ?)")) {
      for (ChainClosing.Row row : rows) {
        hash = ChainHash.next(hash, row.content());
        insert.setLong(1, ++sequence);
        insert.setString(2, row.kind());
        insert.setString(3, row.key());
        insert.setString(4, hash);
        insert.setString(5, row.kind().equals(ChainSeries.KIND) ? row.content() : null);
        insert.addBatch();
      }
      insert.executeBatch();
    }
    ChainHead head = new ChainHead(now, sequence, hash);
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO wuchang.chain_head VALUES (?, ?, ?)")) {
      insert.setObject(1, head.at().atOffset(ZoneOffset.UTC));
      insert.setLong(2, head.sequence());
      insert.setString(3, head.hash());
      insert.executeUpdate();
    }
    return head;
  }

  private static ChainHead head(Connection connection, Instant at) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(LAST)) {
      select.setObject(1, at.atOffset(ZoneOffset.UTC));
      List<ChainHead> last = heads(select);
      return last.isEmpty() ? new ChainHead(Instant.EPOCH, 0, ChainHash.START) : last.get(0);
    }
  }

  private static List<ChainHead> heads(PreparedStatement select) throws SQLException {
    List<ChainHead> heads = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        heads.add(
            new ChainHead(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                row.getLong(2),
                row.getString(3)));
      }
    }
    return heads;
  }
}
