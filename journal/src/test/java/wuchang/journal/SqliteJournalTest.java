package wuchang.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import wuchang.domain.journal.Journal;
import wuchang.domain.journal.Journal.Placed;
import wuchang.domain.journal.Journal.Reader;

class SqliteJournalTest extends JournalContract {
  @Override
  Journal open(Path directory) {
    return SqliteJournal.open(directory.resolve("journal"));
  }

  @Test
  void a_second_journal_in_the_same_directory_is_refused() {
    Path own = directory.resolve("own");
    try (Journal first = SqliteJournal.open(own)) {
      assertThatThrownBy(() -> SqliteJournal.open(own))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining(own.toString())
          .hasMessageContaining("in use by another process");
      assertThat(first.append(Samples.readings(1, 1))).isEqualTo(1);
    }

    try (Journal again = SqliteJournal.open(own)) {
      assertThat(again.end()).isEqualTo(1);
    }
  }

  @Test
  void a_journal_from_before_silences_takes_them_and_keeps_what_it_has() throws Exception {
    Path own = directory.resolve("own");
    try (Journal journal = SqliteJournal.open(own)) {
      journal.append(Samples.alert("a", wuchang.domain.alert.AlertState.OPEN, NOON));
    }
    try (Database database = Database.writing(own.resolve("journal.db"))) {
      database.transact(
          open -> {
            Database.execute(open, "DROP TABLE silence");
            return true;
          });
      pragma(database, "user_version=1");
    }

    try (Journal journal = SqliteJournal.open(own)) {
      journal.append(Samples.silence("s", NOON));

      assertThat(journal.silences()).hasSize(1);
      assertThat(journal.alertSteps()).hasSize(1);
    }
  }

  @Test
  void a_failed_opening_lets_go_of_the_directory() throws Exception {
    Path own = directory.resolve("own");
    SqliteJournal.open(own).close();
    try (Database database = Database.writing(own.resolve("journal.db"))) {
      pragma(database, "user_version=7");
    }

    assertThatThrownBy(() -> SqliteJournal.open(own))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("version 7")
        .hasMessageContaining("expected 2");

    try (FileChannel channel =
            FileChannel.open(own.resolve("journal.lock"), StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      assertThat(lock.isValid()).isTrue();
    }
  }

  @Test
  void a_directory_that_cannot_be_made_is_named() throws Exception {
    Path file = Files.createFile(directory.resolve("file"));

    assertThatThrownBy(() -> SqliteJournal.open(file.resolve("journal")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void a_closed_journal_says_so() {
    Journal closed = SqliteJournal.open(directory.resolve("own"));
    closed.close();
    closed.close();

    assertThatThrownBy(() -> closed.append(Samples.readings(1, 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is closed");
  }

  @Test
  void appends_are_forced_to_disk_by_the_log() {
    try (Database database = Database.writing(directory.resolve("some.db"))) {
      Schema.prepare(database);

      assertThat(number(database, "PRAGMA synchronous")).isEqualTo(2);
      assertThat(number(database, "PRAGMA auto_vacuum")).isEqualTo(2);
      assertThat(Files.exists(directory.resolve("some.db-wal"))).isTrue();
    }
  }

  @Test
  void a_full_disk_fails_the_append_and_nothing_else() {
    Path own = directory.resolve("own");
    Database writing = Database.writing(own);
    AtomicBoolean letGo = new AtomicBoolean();
    try (Journal journal =
        SqliteJournal.open(() -> letGo.set(true), writing, Database.reading(own))) {
      journal.append(Samples.readings(1, 100));
      pragma(writing, "max_page_count=40");
      long last = appendUntilFull(journal);

      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> journal.append(Samples.readings(last + 1, 1000)))
            .isInstanceOf(UncheckedIOException.class)
            .hasMessageContaining(own.toString())
            .hasMessageContaining("free some");
      }
      assertThat(journal.end()).isEqualTo(last);
      assertThat(journal.read(0, 1000)).hasSize((int) last);
      assertThat(journal.lag(Reader.STORE)).isEqualTo(100 + (last - 1) * 1000);

      pragma(writing, "max_page_count=4000");
      assertThat(journal.append(Samples.readings(last + 1, 1000))).isEqualTo(last + 1);
      assertThat(journal.read(last, 10))
          .containsExactly(new Placed(last + 1, Samples.readings(last + 1, 1000)));
    }
    assertThat(letGo).isTrue();
  }

  @Test
  void readers_that_catch_up_make_room_on_a_full_disk() {
    Path own = directory.resolve("own");
    Database writing = Database.writing(own);
    try (Journal journal = SqliteJournal.open(() -> {}, writing, Database.reading(own))) {
      journal.append(Samples.readings(1, 1000));
      pragma(writing, "max_page_count=400");
      long last = appendUntilFull(journal);

      journal.advance(Reader.RULES, last);
      journal.advance(Reader.STORE, last);

      assertThat(journal.append(Samples.readings(last + 1, 1000))).isEqualTo(last + 1);
    }
  }

  @Test
  void room_is_kept_back_for_a_full_disk() throws Exception {
    Path own = directory.resolve("own");
    SqliteJournal.open(own).close();

    assertThat(own.resolve("journal.db.reserve")).hasSize(Reserve.BYTES);
    Reserve reserve = new Reserve(own.resolve("journal.db"));
    assertThat(reserve.giveUp()).isTrue();
    assertThat(reserve.giveUp()).isFalse();
    reserve.keep();
    assertThat(own.resolve("journal.db.reserve")).hasSize(Reserve.BYTES);
  }

  @Test
  void the_file_does_not_grow_while_readers_keep_up_and_shrinks_after_a_backlog() {
    try (Journal journal = SqliteJournal.open(directory.resolve("own"))) {
      appendAndFollow(journal, 300, 4_000);
      assertThat(journal.bytes()).isLessThan(9_000_000 + Reserve.BYTES);

      for (int i = 0; i < 50; i++) {
        journal.append(Samples.readings(i, 50_000));
      }
      long peak = journal.bytes();
      for (Reader reader : Reader.values()) {
        journal.advance(reader, journal.end());
      }
      appendAndFollow(journal, 140, 200);
      assertThat(peak).isGreaterThan(20_000_000);
      assertThat(journal.bytes()).isLessThan(peak - 2_000_000);
    }
  }

  private static void appendAndFollow(Journal journal, int batches, int readings) {
    for (int i = 0; i < batches; i++) {
      long position = journal.append(Samples.readings(i, readings));
      journal.advance(Reader.RULES, position);
      journal.advance(Reader.STORE, position);
    }
  }

  private static long appendUntilFull(Journal journal) {
    long last = journal.end();
    try {
      while (last < 1000) {
        last = journal.append(Samples.readings(last + 1, 1000));
      }
    } catch (UncheckedIOException e) {
      return last;
    }
    throw new AssertionError("never full");
  }

  private static void pragma(Database database, String pragma) {
    database.use(
        open -> {
          Database.execute(open, "PRAGMA " + pragma);
          return true;
        });
  }

  private static long number(Database database, String sql) {
    return database.use(open -> Database.number(open, sql, -1));
  }
}
