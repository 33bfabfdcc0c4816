package wuchang.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wuchang.domain.alert.AlertState;
import wuchang.domain.journal.Journal.Reader;

/**
 * What happens when the journal is as full as it may be: readings wait outside, nothing is lost.
 */
class LimitsTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path directory;

  @Test
  void at_its_size_it_takes_no_reading_until_something_is_stored() {
    try (SqliteJournal journal = open(new JournalLimits(2 << 20, DAY, 0))) {
      long last = appendUntilRefused(journal, "at most 2097152");

      assertThat(journal.read(0, 10_000)).hasSize((int) last);
      assertThat(journal.state().heldBytes()).isGreaterThan(2 << 20);
      for (Reader reader : Reader.values()) {
        journal.advance(reader, last);
      }
      assertThat(journal.append(Samples.readings(1, 100))).isEqualTo(last + 1);
    }
  }

  @Test
  void at_its_size_it_still_takes_what_people_must_be_told() {
    try (SqliteJournal journal = open(new JournalLimits(2 << 20, DAY, 0))) {
      long last = appendUntilRefused(journal, "see why the database");

      assertThat(journal.append(Samples.alert("a-1", AlertState.OPEN, NOON))).isEqualTo(last + 1);
    }
  }

  @Test
  void it_takes_no_reading_that_is_a_limit_younger_than_the_oldest_that_waits() {
    // 17 280 batches of Samples are a day apart.
    try (SqliteJournal journal = open(new JournalLimits(1 << 30, DAY, 0))) {
      journal.append(Samples.readings(1, 10));
    }
    try (SqliteJournal journal = open(new JournalLimits(1 << 30, DAY, 0))) {
      assertThatThrownBy(() -> journal.append(Samples.readings(17_283, 10)))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("waited since 2026-11-23T00:00:05");
      assertThat(journal.append(Samples.readings(17_000, 10))).isEqualTo(2);
    }
  }

  @Test
  void it_leaves_the_last_of_the_disk_to_others() {
    long free = directory.toFile().getUsableSpace();
    try (SqliteJournal journal = open(new JournalLimits(1 << 30, DAY, 2 * free))) {
      assertThatThrownBy(() -> journal.append(Samples.readings(1, 10)))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("of its disk free");
      assertThat(journal.append(Samples.alert("a-1", AlertState.OPEN, NOON))).isEqualTo(1);
    }
  }

  @Test
  void it_tells_since_when_something_waits_for_the_store() {
    try (SqliteJournal journal = open(JournalLimits.DEFAULT)) {
      assertThat(journal.state().waitingSince()).isEmpty();
      journal.append(Samples.alert("a-1", AlertState.OPEN, NOON));
      journal.append(Samples.readings(12, 10));
      journal.append(Samples.readings(24, 10));

      assertThat(journal.state().waitingSince()).contains(Instant.parse("2026-11-23T00:01:00Z"));
      journal.advance(Reader.STORE, 2);
      assertThat(journal.state().waitingSince()).contains(Instant.parse("2026-11-23T00:02:00Z"));
      assertThat(journal.state().diskFree()).isPositive();
    }
  }

  private SqliteJournal open(JournalLimits limits) {
    return SqliteJournal.open(directory.resolve("own"), limits);
  }

  private static long appendUntilRefused(SqliteJournal journal, String why) {
    long[] last = {0};
    assertThatThrownBy(
            () -> {
              for (int i = 1; i < 10_000; i++) {
                last[0] = journal.append(Samples.readings(i, 5_000));
              }
            })
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(why);
    return last[0];
  }
}
