package wuchang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static wuchang.store.Samples.NOON;
import static wuchang.store.Samples.fridge;
import static wuchang.store.Samples.placed;
import static wuchang.store.Samples.refused;
import static wuchang.store.Samples.temperature;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import wuchang.domain.journal.History.StoreUnavailable;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Provenance;
import wuchang.domain.reading.Reading;
import wuchang.domain.reading.Rejected;

/** Every reading once, whatever comes twice, late, or is cut short. */
abstract class WritingContract extends StoreContract {
  private static final String LATEST =
      "SELECT device, metric, extract(epoch FROM time)::int8, value, quality"
          + " FROM wuchang.device_latest ORDER BY 1, 2";

  @Test
  void a_repeat_changes_nothing_and_the_first_value_stays() {
    assertThat(write(placed(1, temperature(1, NOON, 4), temperature(1, NOON, 5))).readings())
        .isEqualTo(1);

    assertThat(write(placed(2, temperature(1, NOON, 6))).readings()).isZero();

    assertThat(db.rows("SELECT value FROM wuchang.readings")).containsExactly("4");
    assertThat(db.rows("SELECT value FROM wuchang.device_latest")).containsExactly("4");
    assertThat(db.rows("SELECT avg, n FROM wuchang.readings_hourly")).containsExactly("4|1");
  }

  @Test
  void a_batch_that_comes_again_changes_nothing() {
    var batch =
        placed(
            1,
            temperature(1, NOON, 4),
            GateEvent.of(fridge(2), NOON, GateEvent.What.DENIED),
            temperature(2, NOON, 7));
    assertThat(write(batch)).isEqualTo(new Stored(2, 1, 0));

    assertThat(write(batch)).isEqualTo(new Stored(0, 0, 0));

    assertThat(db.count("wuchang.readings")).isEqualTo(2);
    assertThat(db.count("wuchang.events")).isEqualTo(1);
    assertThat(db.rows("SELECT position FROM wuchang.journal_position")).containsExactly("1");
  }

  @Test
  void the_newest_time_wins_and_a_late_reading_does_not_go_back() {
    write(placed(1, temperature(1, NOON.plusSeconds(60), 5)));
    write(placed(2, temperature(1, NOON, 9), temperature(2, NOON.minusSeconds(3), 2)));
    write(
        placed(
            3, temperature(2, NOON.minusSeconds(2), 3), temperature(2, NOON.minusSeconds(9), 1)));

    assertThat(db.rows(LATEST))
        .containsExactly(
            "fridge-1|temperature|" + NOON.plusSeconds(60).getEpochSecond() + "|5|good",
            "fridge-2|temperature|" + NOON.minusSeconds(2).getEpochSecond() + "|3|good");
    assertThat(db.count("wuchang.readings")).isEqualTo(5);
  }

  @Test
  void late_rows_find_their_day_however_old_it_is() {
    write(placed(1, temperature(1, NOON, 4)));
    write(
        placed(
            2,
            temperature(1, NOON.minus(Duration.ofDays(400)), 1),
            temperature(1, NOON.minus(Duration.ofDays(30)), 2),
            temperature(1, NOON.plus(Duration.ofDays(1)), 3)));

    assertThat(db.rows("SELECT value FROM wuchang.readings ORDER BY time"))
        .containsExactly("1", "2", "4", "3");
  }

  @Test
  void times_keep_their_milliseconds() {
    List<Reading> readings =
        IntStream.range(0, 1000)
            .mapToObj(i -> temperature(1, NOON.plusMillis(i * 1009L), i))
            .toList();
    write(placed(1, readings));

    List<String> millis =
        db.rows("SELECT (extract(epoch FROM time) * 1000)::int8 FROM wuchang.readings ORDER BY 1");

    assertThat(millis)
        .containsExactlyElementsOf(
            readings.stream().map(r -> Long.toString(r.time().toEpochMilli())).toList());
    assertThat(
            db.rows("SELECT count(*) FROM wuchang.readings WHERE time <> date_trunc('ms', time)"))
        .containsExactly("0");
  }

  @Test
  void bad_values_are_kept_and_are_in_no_roll_up() {
    write(
        placed(
            1,
            flawed(NOON, Double.NaN, Flaw.MISSING),
            flawed(NOON.plusSeconds(1), 327.67, Flaw.SENTINEL),
            flawed(NOON.plusSeconds(2), 4, Flaw.CLOCK_SKEW),
            temperature(1, NOON.plusSeconds(3), 6)));

    assertThat(db.rows("SELECT value, quality FROM wuchang.readings ORDER BY time"))
        .containsExactly("NaN|bad", "327.67|bad", "4|suspect", "6|good");
    assertThat(db.rows("SELECT min, max, avg, n FROM wuchang.readings_hourly"))
        .containsExactly("4|6|5|2");
  }

  @Test
  void what_no_text_can_hold_does_not_stop_the_rest() {
    String novel = "门".repeat(5000);
    write(
        placed(
            1,
            new GateEvent(
                fridge(1),
                NOON,
                GateEvent.What.DENIED,
                "p\u0000\ud800",
                novel,
                "in",
                "card",
                novel,
                Provenance.LIVE,
                NOON)),
        refused(
            2,
            Rejected.of(
                Optional.empty(),
                "t\u0000",
                new byte[] {0, 1},
                Rejected.Reason.MALFORMED,
                novel + "\u0000",
                NOON)));

    assertThat(db.count("wuchang.events")).isEqualTo(1);
    assertThat(history.rejected(Optional.empty(), 5)).hasSize(1);
  }

  @Test
  void events_of_one_instant_are_told_apart_by_what_and_who() {
    GateEvent denied = GateEvent.of(fridge(1), NOON, GateEvent.What.DENIED);
    GateEvent other =
        new GateEvent(
            fridge(1),
            NOON,
            GateEvent.What.DENIED,
            "p2",
            "77",
            "in",
            "card",
            "",
            Provenance.LIVE,
            NOON);

    assertThat(
            write(
                    placed(
                        1,
                        denied,
                        other,
                        GateEvent.of(fridge(1), NOON, GateEvent.What.TAMPER),
                        other))
                .events())
        .isEqualTo(3);
  }

  @Test
  void two_writers_with_overlapping_batches_store_each_reading_once() throws Exception {
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < 4000; i++) {
      readings.add(temperature(i % 40, NOON.plusSeconds(i), i));
    }
    StoreWriter other = new StoreWriter(db.database());
    other.begin(SITE, 0);
    CompletableFuture<Integer> one =
        CompletableFuture.supplyAsync(() -> inBatches(writer, readings, 130));
    CompletableFuture<Integer> two =
        CompletableFuture.supplyAsync(() -> inBatches(other, readings.subList(0, 3500), 170));

    assertThat(one.get(60, TimeUnit.SECONDS) + two.get(60, TimeUnit.SECONDS)).isEqualTo(4000);

    assertThat(db.count("wuchang.readings")).isEqualTo(4000);
    assertThat(db.rows("SELECT sum(n) FROM wuchang.readings_hourly")).containsExactly("4000");
    assertThat(db.rows("SELECT sum(value) FROM wuchang.device_latest"))
        .containsExactly(Integer.toString(IntStream.range(3960, 4000).sum()));
  }

  @Test
  void a_connection_lost_in_the_middle_of_a_batch_leaves_nothing_of_it() throws Exception {
    write(placed(1, temperature(1, NOON, 4)));
    var batch = placed(2, temperature(1, NOON.plusSeconds(1), 5), temperature(2, NOON, 6));
    try (Connection blocker = db.connect();
        Statement statement = blocker.createStatement()) {
      blocker.setAutoCommit(false);
      // The readings go in; the position, the last statement, has to wait.
      statement.execute("SELECT * FROM wuchang.journal_position FOR UPDATE");
      CompletableFuture<Stored> write = CompletableFuture.supplyAsync(() -> write(batch));
      Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> waiting() > 0);
      db.run(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
              + " AND datname = current_database()");

      assertThatThrownBy(write::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(StoreUnavailable.class);
    }
    assertThat(db.count("wuchang.readings")).isEqualTo(1);

    assertThat(write(batch).readings()).isEqualTo(2);
    assertThat(db.rows("SELECT position FROM wuchang.journal_position")).containsExactly("2");
  }

  @Test
  void a_late_row_and_a_repeat_find_a_compressed_day() {
    assumeTrue(flavour == Flavour.TIMESCALE, "there is no columnstore without TimescaleDB");
    write(placed(1, temperature(1, NOON, 4), temperature(1, NOON.plusSeconds(60), 5)));
    db.run("SELECT compress_chunk(c) FROM show_chunks('wuchang.reading') c");

    write(placed(2, temperature(1, NOON, 9), temperature(1, NOON.plusSeconds(30), 6)));

    assertThat(db.rows("SELECT value FROM wuchang.readings ORDER BY time"))
        .containsExactly("4", "6", "5");
  }

  private long waiting() {
    return db.count(
        "pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()");
  }

  private static Integer inBatches(StoreWriter writer, List<Reading> readings, int size) {
    int stored = 0;
    for (int from = 0; from < readings.size(); from += size) {
      List<Reading> part = readings.subList(from, Math.min(readings.size(), from + size));
      stored += writer.write(List.of(placed(1 + from / size, part))).readings();
    }
    return stored;
  }

  private static Reading flawed(java.time.Instant time, double value, Flaw flaw) {
    return new Reading(fridge(1), Metric.TEMPERATURE, time, value, flaw, Provenance.LIVE, time);
  }
}
