package wuchang.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wuchang.domain.alert.AlertState;
import wuchang.domain.journal.Journal;
import wuchang.domain.journal.Journal.Placed;
import wuchang.domain.journal.Journal.Reader;

class JournalCopyTest {
  private static final java.time.Instant NOON = java.time.Instant.parse("2026-11-01T12:00:00Z");

  @TempDir Path directory;

  @Test
  void goes_on_from_where_the_copy_of_the_store_stands() {
    try (Journal journal = SqliteJournal.open(own())) {
      append(journal, 10);
      journal.append(Samples.alert("a", AlertState.OPEN, NOON));
      journal.advance(Reader.STORE, 8);
      // Appending saves the positions.
      append(journal, 1);

      assertThat(JournalCopy.take(own(), copy(), 5)).isEqualTo(JournalCopy.Outcome.TAKEN);
      append(journal, 3);
    }

    JournalCopy.put(copy(), directory.resolve("restored"));
    try (Journal restored = SqliteJournal.open(directory.resolve("restored"))) {
      assertThat(restored.position(Reader.STORE)).isEqualTo(5);
      assertThat(restored.end()).isEqualTo(12);
      assertThat(restored.read(5, 100))
          .extracting(Placed::position)
          .containsExactly(6L, 7L, 8L, 9L, 10L, 11L, 12L);
      assertThat(restored.alertSteps()).hasSize(1);
    }
  }

  @Test
  void is_too_late_when_what_the_store_lacks_is_dropped() {
    try (Journal journal = SqliteJournal.open(own())) {
      append(journal, 10);
      journal.advance(Reader.STORE, 10);
      journal.advance(Reader.RULES, 10);
    }

    assertThat(JournalCopy.take(own(), directory.resolve("late"), 9))
        .isEqualTo(JournalCopy.Outcome.TOO_LATE);
    assertThat(JournalCopy.take(own(), copy(), 10)).isEqualTo(JournalCopy.Outcome.TAKEN);
  }

  @Test
  void a_directory_without_a_journal_has_none() {
    assertThat(JournalCopy.take(own(), copy(), 0)).isEqualTo(JournalCopy.Outcome.NONE);
  }

  private static void append(Journal journal, int batches) {
    for (int i = 0; i < batches; i++) {
      journal.append(Samples.readings(journal.end() + 1, 1));
    }
  }

  private Path own() {
    return directory.resolve("own");
  }

  private Path copy() {
    return directory.resolve("copy.db");
  }
}
