package wuchang.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class DatabaseTest {
  @TempDir Path directory;
  private Database database;

  @BeforeEach
  void open() {
    database = Database.writing(directory.resolve("some.db"));
    Schema.prepare(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_transaction_that_fails_leaves_nothing_behind() {
    assertThatThrownBy(
            () ->
                database.transact(
                    open -> {
                      insert(open, 1);
                      insert(open, 2);
                      throw new IllegalArgumentException("a bug");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(rows()).isZero();

    database.transact(open -> insert(open, 1));
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void what_is_not_committed_is_seen_by_no_reader() {
    try (Database reader = Database.reading(database.file())) {
      database.transact(
          open -> {
            insert(open, 1);
            assertThat(count(reader)).isZero();
            return true;
          });
      assertThat(count(reader)).isEqualTo(1);
    }
  }

  @Test
  void a_connection_that_failed_is_replaced() {
    Connection first = database.use(open -> open);

    assertThatThrownBy(() -> database.transact(open -> fail(SQLiteErrorCode.SQLITE_IOERR_FSYNC)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(database.file().toString())
        .hasMessageContaining("look at its disk");

    Connection second = database.use(open -> open);
    assertThat(second).isNotSameAs(first);
    database.transact(open -> insert(open, 1));
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void a_wrong_statement_is_a_bug_and_no_trouble_of_the_disk() {
    assertThatThrownBy(
            () ->
                database.use(
                    open -> {
                      Database.execute(open, "SELECT nonsense");
                      return true;
                    }))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_file_that_cannot_be_opened_is_named() throws Exception {
    Path folder = Files.createDirectory(directory.resolve("folder"));
    try (Database impossible = Database.writing(folder)) {
      assertThatThrownBy(() -> Schema.prepare(impossible))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining(folder.toString())
          .hasMessageContaining("owner");
    }
  }

  private static boolean fail(SQLiteErrorCode code) throws SQLException {
    throw new SQLiteException("made up", code);
  }

  private static boolean insert(Connection open, long position) throws SQLException {
    return BatchTable.insert(open, new BatchTable.Row(position, 0, 0, new byte[] {1}));
  }

  private long rows() {
    return count(database);
  }

  private static long count(Database database) {
    return database.use(open -> Database.number(open, "SELECT count(*) FROM batch", -1));
  }
}
