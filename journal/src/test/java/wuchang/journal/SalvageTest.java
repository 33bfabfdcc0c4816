package wuchang.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import wuchang.domain.alert.AlertState;
import wuchang.domain.journal.Journal;
import wuchang.domain.journal.Journal.Placed;
import wuchang.domain.journal.Journal.Reader;

class SalvageTest {
  private static final int BATCHES = 120;
  private static final int PAGE = 4096;
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger salvage = (Logger) LoggerFactory.getLogger(Salvage.class);

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void fill() {
    log.start();
    salvage.addAppender(log);
    file = directory.resolve("journal.db");
    try (Journal journal = SqliteJournal.open(directory)) {
      for (int i = 1; i <= BATCHES; i++) {
        journal.append(i % 10 == 0 ? alert(i) : Samples.readings(i, 500));
      }
      journal.advance(Reader.RULES, 80);
      journal.advance(Reader.STORE, 20);
    }
  }

  @AfterEach
  void silence() {
    salvage.detachAppender(log);
  }

  @Test
  void a_sound_file_is_left_alone() {
    try (Journal journal = SqliteJournal.open(directory)) {
      assertThat(journal.read(20, 1000).size()).isEqualTo(BATCHES - 20);
    }

    assertThat(aside(1)).doesNotExist();
    assertThat(log.list).isEmpty();
  }

  @Test
  void overwritten_pages_cost_only_what_was_on_them() throws Exception {
    long pages = Files.size(file) / PAGE;
    overwrite(pages / 2, 3);

    try (Journal journal = SqliteJournal.open(directory)) {
      List<Placed> saved = journal.read(0, 1000);
      assertThat(saved.size()).isBetween(BATCHES - 20 - 30, BATCHES - 20 - 1);
      assertThat(changed(saved)).isEmpty();
      assertThat(journal.position(Reader.RULES)).isEqualTo(80);
      assertThat(journal.position(Reader.STORE)).isEqualTo(20);
    }
    assertThat(aside(1)).exists();
    assertThat(log.list).hasSize(1);
    assertThat(log.list.get(0).getFormattedMessage())
        .contains("journal_salvaged", file.toString(), aside(1).toString(), "unreadable=");
  }

  @Test
  void one_flipped_bit_in_a_body_costs_one_batch() throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    byte[] body = new BatchCodec().encode(Samples.readings(99, 500));
    bytes[find(bytes, Arrays.copyOfRange(body, 0, 40)) + 37] ^= 4;
    Files.write(file, bytes);

    try (Journal journal = SqliteJournal.open(directory)) {
      assertThat(journal.read(20, 1000).size()).isEqualTo(BATCHES - 20 - 1);
      assertThat(journal.read(98, 1).get(0).position()).isEqualTo(100);
      assertThat(journal.alertSteps()).hasSize(BATCHES / 10);
      assertThat(journal.lag(Reader.RULES)).isEqualTo(36 * 500);
    }
  }

  @Test
  void a_truncated_file_gives_what_is_left_of_it() throws Exception {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.setLength(bytes.length() * 2 / 3);
    }

    try (Journal journal = SqliteJournal.open(directory)) {
      List<Placed> saved = journal.read(0, 1000);
      assertThat(saved.size()).isBetween(30, BATCHES - 20 - 1);
      assertThat(changed(saved)).isEmpty();
    }
    assertThat(aside(1)).exists();
  }

  @Test
  void what_is_only_in_the_log_is_saved_too() throws Exception {
    Path killed = Files.createDirectory(directory.resolve("killed"));
    try (Journal journal = SqliteJournal.open(directory)) {
      for (int i = BATCHES + 1; i <= BATCHES + 9; i++) {
        journal.append(Samples.readings(i, 500));
      }
      Files.copy(file, killed.resolve("journal.db"));
      Files.copy(directory.resolve("journal.db-wal"), killed.resolve("journal.db-wal"));
    }
    file = killed.resolve("journal.db");
    overwrite(Files.size(file) / PAGE / 2, 3);

    try (Journal journal = SqliteJournal.open(killed)) {
      List<Placed> saved = journal.read(BATCHES, 1000);
      assertThat(saved)
          .extracting(Placed::position)
          .contains(BATCHES + 1L, BATCHES + 9L)
          .hasSize(9);
      assertThat(journal.read(0, 1000).size()).isLessThan(BATCHES - 20 + 9);
    }
    assertThat(killed.resolve("journal.db.damaged-1-wal")).exists();
  }

  @Test
  void a_file_without_its_head_is_kept_and_work_goes_on() throws Exception {
    overwrite(0, 1);

    try (Journal journal = SqliteJournal.open(directory)) {
      assertThat(journal.read(0, 1000)).isEmpty();
      long position = journal.append(Samples.readings(1, 1));
      assertThat(journal.read(position - 1, 1)).hasSize(1);
    }
    assertThat(aside(1)).exists();
  }

  @Test
  void positions_are_not_used_again_after_a_loss() throws Exception {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.setLength(bytes.length() / 2);
    }

    try (Journal journal = SqliteJournal.open(directory)) {
      assertThat(journal.append(Samples.readings(1, 1))).isGreaterThan(BATCHES);
    }
  }

  @Test
  void readers_pass_the_gap_and_what_they_passed_is_dropped() throws Exception {
    overwrite(Files.size(file) / PAGE / 2, 3);

    try (Journal journal = SqliteJournal.open(directory)) {
      long position = journal.append(Samples.readings(1, 1));
      journal.advance(Reader.RULES, position);
      journal.advance(Reader.STORE, position);
      journal.append(Samples.readings(2, 1));

      assertThat(journal.read(0, 10)).extracting(Placed::position).containsExactly(position + 1);
      assertThat(journal.lag(Reader.STORE)).isEqualTo(1);
    }
  }

  @Test
  void each_damaged_file_is_kept_under_a_name_of_its_own() throws Exception {
    for (int i = 1; i <= 2; i++) {
      overwrite(0, 1);
      SqliteJournal.open(directory).close();
    }

    assertThat(aside(1)).exists();
    assertThat(aside(2)).exists();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void an_emptied_or_missing_file_with_a_full_log_is_damage(boolean missing) throws Exception {
    Files.write(directory.resolve("journal.db-wal"), new byte[] {1, 2, 3});
    Files.write(file, new byte[0]);
    if (missing) {
      Files.delete(file);
    }

    SqliteJournal.open(directory).close();

    assertThat(directory.resolve("journal.db.damaged-1-wal"))
        .hasBinaryContent(new byte[] {1, 2, 3});
  }

  @Test
  void a_salvage_that_was_cut_off_is_completed() throws Exception {
    Files.move(file, directory.resolve("journal.db.salvaged"));
    Files.write(directory.resolve("journal.db-wal"), new byte[] {1, 2, 3});
    Files.write(file, new byte[] {4});

    try (Journal journal = SqliteJournal.open(directory)) {
      assertThat(journal.end()).isEqualTo(BATCHES);
    }
    assertThat(aside(1)).hasBinaryContent(new byte[] {4});
  }

  @Test
  void damage_that_appears_while_running_is_named_with_the_way_out() throws Exception {
    try (Journal journal = SqliteJournal.open(directory)) {
      overwrite(1, Files.size(file) / PAGE - 1);

      assertThatThrownBy(() -> journal.read(20, 1000))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining("restart");
    }
  }

  private static wuchang.domain.journal.Batch alert(int number) {
    return Samples.alert("a-" + number, AlertState.OPEN, NOON);
  }

  private static List<Long> changed(List<Placed> saved) {
    return saved.stream()
        .filter(placed -> !placed.equals(original(placed)))
        .map(Placed::position)
        .toList();
  }

  private static Placed original(Placed placed) {
    int number = (int) placed.position();
    return new Placed(number, number % 10 == 0 ? alert(number) : Samples.readings(number, 500));
  }

  private Path aside(int number) {
    return directory.resolve("journal.db.damaged-" + number);
  }

  private void overwrite(long page, long pages) throws IOException {
    byte[] noise = new byte[(int) pages * PAGE];
    new Random(7).nextBytes(noise);
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(page * PAGE);
      bytes.write(noise);
    }
  }

  private static int find(byte[] bytes, byte[] part) {
    for (int i = 0; i < bytes.length - part.length; i++) {
      if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new AssertionError("not there");
  }
}
