package wuchang.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/**
 * Binds the columns of many rows as arrays, one after the other: one statement for the whole batch
 * instead of one for each row.
 */
final class Columns {
  private final PGConnection connection;
  private final PreparedStatement statement;
  private int bound;

  Columns(Connection connection, PreparedStatement statement) throws SQLException {
    this.connection = connection.unwrap(PGConnection.class);
    this.statement = statement;
  }

  void longs(LongStream column) throws SQLException {
    bind("int8", column.toArray());
  }

  void ints(IntStream column) throws SQLException {
    bind("int4", column.toArray());
  }

  void doubles(DoubleStream column) throws SQLException {
    bind("float8", column.toArray());
  }

  void words(Stream<String> column) throws SQLException {
    bind("text", column.toArray(String[]::new));
  }

  /** Words that may be absent. */
  void texts(Stream<Optional<String>> column) throws SQLException {
    bind("text", column.map(word -> word.orElse(null)).toArray(String[]::new));
  }

  private void bind(String type, Object array) throws SQLException {
    statement.setArray(++bound, connection.createArrayOf(type, array));
  }
}
