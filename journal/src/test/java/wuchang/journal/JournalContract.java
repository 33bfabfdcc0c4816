package wuchang.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wuchang.domain.alert.AlertState;
import wuchang.domain.journal.Batch;
import wuchang.domain.journal.Journal;
import wuchang.domain.journal.Journal.Placed;
import wuchang.domain.journal.Journal.Reader;

/** What every journal must do, whatever it is made of. */
abstract class JournalContract {
  static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @TempDir Path directory;
  private Journal journal;

  /** Opens what was closed before, or a new one. */
  abstract Journal open(Path directory);

  @BeforeEach
  void open() {
    journal = open(directory);
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private void restart() {
    journal.close();
    journal = open(directory);
  }

  @Test
  void a_new_journal_is_empty() {
    assertThat(journal.end()).isZero();
    assertThat(journal.read(0, 10)).isEmpty();
    assertThat(journal.alertSteps()).isEmpty();
    assertThat(journal.notifications()).isEmpty();
    for (Reader reader : Reader.values()) {
      assertThat(journal.position(reader)).isZero();
      assertThat(journal.lag(reader)).isZero();
    }
  }

  @Test
  void what_was_appended_is_read_in_order_and_after_a_restart() {
    for (int i = 1; i <= 5; i++) {
      assertThat(journal.append(Samples.readings(i, 3))).isEqualTo(i);
    }

    restart();

    assertThat(journal.end()).isEqualTo(5);
    assertThat(journal.read(0, 100))
        .extracting(Placed::position)
        .containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(journal.read(3, 100).get(0).batch()).isEqualTo(Samples.readings(4, 3));
  }

  @Test
  void reading_stops_at_the_number_asked_for() {
    for (int i = 1; i <= 5; i++) {
      journal.append(Samples.readings(i, 1));
    }

    assertThat(journal.read(1, 2)).extracting(Placed::position).containsExactly(2L, 3L);
    assertThat(journal.read(5, 2)).isEmpty();
  }

  @Test
  void an_empty_batch_has_a_position_too() {
    long position = journal.append(Batch.of(List.of(), List.of()));

    assertThat(journal.read(position - 1, 1)).hasSize(1);
  }

  @Test
  void a_reader_never_goes_back_nor_past_the_end() {
    journal.append(Samples.readings(1, 1));
    journal.append(Samples.readings(2, 1));
    journal.advance(Reader.RULES, 2);
    journal.advance(Reader.RULES, 1);

    assertThat(journal.position(Reader.RULES)).isEqualTo(2);
    assertThatThrownBy(() -> journal.advance(Reader.STORE, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ends at 2");
  }

  @Test
  void positions_are_kept_over_a_restart_and_never_used_twice() {
    for (int i = 1; i <= 3; i++) {
      journal.append(Samples.readings(i, 1));
    }
    pass(3);

    restart();

    assertThat(journal.position(Reader.RULES)).isEqualTo(3);
    assertThat(journal.position(Reader.STORE)).isEqualTo(3);
    assertThat(journal.append(Samples.readings(4, 1))).isEqualTo(4);
  }

  @Test
  void a_batch_stays_until_every_reader_has_passed_it() {
    for (int i = 1; i <= 300; i++) {
      journal.append(Samples.readings(i, 1));
    }
    journal.advance(Reader.RULES, 300);
    restart();
    assertThat(journal.read(0, 1).get(0).position()).isEqualTo(1);

    journal.advance(Reader.STORE, 290);
    restart();

    List<Placed> left = journal.read(0, 5000);
    assertThat(left.get(0).position()).isGreaterThan(1).isLessThanOrEqualTo(291);
    assertThat(left.get(left.size() - 1).position()).isEqualTo(300);
  }

  @Test
  void lag_counts_the_observations_that_a_reader_has_before_it() {
    journal.append(Samples.readings(1, 10));
    journal.append(Samples.readings(2, 5));
    journal.append(Samples.readings(3, 7));
    journal.advance(Reader.RULES, 1);
    journal.advance(Reader.STORE, 3);

    assertThat(journal.lag(Reader.RULES)).isEqualTo(12);
    assertThat(journal.lag(Reader.STORE)).isZero();
    restart();
    assertThat(journal.lag(Reader.RULES)).isEqualTo(12);
    pass(3);
    restart();
    journal.append(Samples.readings(4, 4));
    assertThat(journal.lag(Reader.STORE)).isEqualTo(4);
  }

  @Test
  void alert_steps_are_read_with_their_batch_and_kept_after_it() {
    Batch opened = Samples.alert("a", AlertState.OPEN, NOON);
    Batch closed = Samples.alert("a", AlertState.CLOSED, NOON);
    journal.append(opened);
    journal.append(closed);
    assertThat(journal.read(0, 10)).extracting(Placed::batch).containsExactly(opened, closed);
    pass(2);

    restart();

    assertThat(journal.alertSteps())
        .containsExactly(opened.alertSteps().get(0), closed.alertSteps().get(0));
    assertThat(journal.notifications())
        .containsExactly(opened.notifications().get(0), closed.notifications().get(0));
  }

  @Test
  void only_closed_alerts_that_were_opened_before_are_forgotten() {
    Instant old = NOON.minus(Duration.ofDays(40));
    journal.append(Samples.alert("closed-old", AlertState.OPEN, old));
    journal.append(Samples.alert("closed-old", AlertState.CLOSED, old));
    journal.append(Samples.alert("false-old", AlertState.FALSE_ALARM, old));
    journal.append(Samples.alert("withdrawn-old", AlertState.WITHDRAWN, old));
    journal.append(Samples.alert("resolved-old", AlertState.RESOLVED, old));
    journal.append(Samples.alert("done-old", AlertState.RESOLVED, old, Optional.of(NOON)));
    journal.append(Samples.alert("open-old", AlertState.OPEN, old));
    journal.append(Samples.alert("reopened-old", AlertState.CLOSED, old));
    journal.append(Samples.alert("reopened-old", AlertState.OPEN, old));
    journal.append(Samples.alert("closed-new", AlertState.CLOSED, NOON));

    int gone = journal.forgetClosedAlerts(NOON);

    assertThat(gone).isEqualTo(4);
    assertThat(journal.alertSteps())
        .extracting(step -> step.alert().id().value())
        .containsExactly("resolved-old", "open-old", "reopened-old", "reopened-old", "closed-new");
    assertThat(journal.notifications())
        .extracting(step -> step.alert().value())
        .containsExactly("resolved-old", "open-old", "reopened-old", "reopened-old", "closed-new");
    assertThat(journal.forgetClosedAlerts(NOON)).isZero();
  }

  @Test
  void silences_stay_until_they_are_over_and_old() {
    journal.append(Samples.silence("old", NOON.minusSeconds(7200)));
    journal.append(Samples.silence("new", NOON));

    journal.forgetClosedAlerts(NOON);

    assertThat(journal.silences())
        .extracting(wuchang.domain.alert.Silence::id)
        .containsExactly("new");
  }

  @Test
  void forgetting_takes_nothing_from_what_readers_have_yet_to_read() {
    Batch closed = Samples.alert("a", AlertState.CLOSED, NOON);
    journal.append(closed);

    journal.forgetClosedAlerts(NOON.plusSeconds(1));

    assertThat(journal.read(0, 1).get(0).batch()).isEqualTo(closed);
  }

  @Test
  @Timeout(60)
  void several_threads_append_and_read_at_once() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> work = new ArrayList<>();
      work.add(threads.submit(() -> appendMany("intake", 100)));
      work.add(threads.submit(() -> appendMany("alerts", 100)));
      work.add(threads.submit(() -> follow(Reader.RULES, 200)));
      work.add(threads.submit(() -> follow(Reader.STORE, 200)));
      for (Future<?> each : work) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(journal.end()).isEqualTo(200);
    assertThat(journal.alertSteps()).hasSize(100);
    assertThat(journal.lag(Reader.RULES)).isZero();
    assertThat(journal.lag(Reader.STORE)).isZero();
  }

  private void appendMany(String who, int batches) {
    for (int i = 1; i <= batches; i++) {
      journal.append(
          who.equals("alerts")
              ? Samples.alert("a-" + i, AlertState.OPEN, NOON)
              : Samples.readings(i, 20));
    }
  }

  // Fails when a position is left out or comes twice.
  private void follow(Reader reader, long until) {
    long seen = 0;
    while (seen < until) {
      for (Placed placed : journal.read(seen, 16)) {
        assertThat(placed.position()).isEqualTo(seen + 1);
        seen = placed.position();
      }
      journal.advance(reader, seen);
    }
  }

  private void pass(long position) {
    for (Reader reader : Reader.values()) {
      journal.advance(reader, position);
    }
  }
}
