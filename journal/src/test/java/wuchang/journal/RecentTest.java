package wuchang.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wuchang.domain.journal.Batch;
import wuchang.domain.journal.Journal;
import wuchang.domain.journal.Journal.Placed;

class RecentTest {
  private final Recent recent = new Recent();

  @Test
  void what_was_added_is_handed_over_in_order_and_not_more_than_asked_for() {
    add(5, 1);
    add(6, 1);
    add(7, 1);

    assertThat(positions(4, 2)).containsExactly(5L, 6L);
    assertThat(positions(6, 9)).containsExactly(7L);
    assertThat(recent.between(7, 9, 9)).hasValue(List.of());
  }

  @Test
  void what_lies_beyond_the_end_is_not_there_yet() {
    add(5, 1);
    add(6, 1);

    assertThat(recent.between(4, 5, 9).orElseThrow()).hasSize(1);
    assertThat(recent.between(5, 5, 9)).hasValue(List.of());
  }

  @Test
  void whoever_wants_what_is_not_here_is_sent_away() {
    assertThat(recent.between(0, 9, 1)).isEmpty();
    add(5, 1);

    assertThat(recent.between(3, 9, 1)).isEmpty();
    assertThat(recent.between(4, 9, 1)).isPresent();
  }

  @Test
  void the_oldest_go_when_there_are_too_many_readings_or_batches() {
    LongStream.rangeClosed(1, 7).forEach(position -> add(position, 10_000));
    assertThat(recent.between(0, 9, 1)).isEmpty();
    assertThat(positions(1, 9)).hasSize(6);

    LongStream.rangeClosed(8, 2000).forEach(position -> add(position, 0));
    assertThat(recent.between(1000, 2000, 1)).isEmpty();
    assertThat(positions(1999, 1)).containsExactly(2000L);
  }

  @Test
  void one_that_is_too_large_by_itself_is_kept() {
    add(1, 100_000);

    assertThat(positions(0, 1)).containsExactly(1L);
  }

  @Test
  void a_reader_that_keeps_up_is_handed_the_very_batch_that_was_appended(@TempDir Path directory) {
    try (Journal journal = SqliteJournal.open(directory)) {
      Batch batch = Samples.readings(1, 3);
      journal.append(batch);

      assertThat(journal.read(0, 1).get(0).batch()).isSameAs(batch);
    }
  }

  private void add(long position, int readings) {
    recent.add(new Placed(position, Samples.readings(1, readings)));
  }

  private List<Long> positions(long after, int most) {
    return recent.between(after, Long.MAX_VALUE, most).orElseThrow().stream()
        .map(Placed::position)
        .toList();
  }
}
