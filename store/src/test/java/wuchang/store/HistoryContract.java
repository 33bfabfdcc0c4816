package wuchang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.store.Samples.NOON;
import static wuchang.store.Samples.fridge;
import static wuchang.store.Samples.placed;
import static wuchang.store.Samples.temperature;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wuchang.domain.RecordId;
import wuchang.domain.journal.History.Point;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Provenance;
import wuchang.domain.reading.Reading;
import wuchang.domain.record.RecordFields;
import wuchang.domain.record.RecordKind;
import wuchang.domain.site.Retention;

/** What is asked of the past is answered as it was written. */
abstract class HistoryContract extends StoreContract {
  @Test
  void records_come_back_with_every_version_once_and_the_view_shows_the_newest() {
    BookEntry first = patrol(1, "item «\0» é", NOON);
    BookEntry second = patrol(2, "all", NOON);
    write(placed(1, first, temperature(1, NOON, 4)));
    write(placed(2, second, first), placed(3, second));

    BookEntry clean = patrol(1, "item «\uFFFD» é", NOON);
    Instant end = NOON.plusMillis(1);
    assertThat(history.entries(Set.of(RecordKind.PATROL), NOON, end))
        .containsExactly(clean, second);
    assertThat(history.entries(Set.of(RecordKind.PATROL), end, end.plusSeconds(9))).isEmpty();
    assertThat(history.entries(Set.of(RecordKind.SAMPLE), NOON, end)).isEmpty();
    assertThat(history.versions(first.id())).containsExactly(clean, second);
    assertThat(db.rows("SELECT kind, version, area, device, who FROM wuchang.records"))
        .containsExactly("patrol|2|cold-room|fridge-1|p1");
    assertThat(history.observations(fridge(1), NOON, end)).containsExactly(temperature(1, NOON, 4));
  }

  private static BookEntry patrol(int version, String note, Instant time) {
    return new BookEntry(
        RecordId.of("patrol-1"),
        version,
        RecordKind.PATROL,
        time,
        "p1",
        "p2",
        new RecordFields(
            Map.of("area", "cold-room", "device", "fridge-1", "items", 12, "note", note)),
        Provenance.LIVE,
        time.plusSeconds(5));
  }

  @Test
  void gives_back_what_was_written_arrival_to_the_second() {
    Reading bad =
        new Reading(
            fridge(1),
            Metric.of("some.thing"),
            NOON.plusMillis(7),
            Double.NaN,
            Flaw.MISSING,
            new Provenance(false, true, true),
            NOON.plusMillis(95_400));
    GateEvent event =
        new GateEvent(
            fridge(1),
            NOON.plusMillis(8),
            GateEvent.What.PASSBACK,
            "1001",
            "0012",
            "in",
            "card",
            "twice",
            Provenance.HISTORY,
            NOON.plusMillis(8));
    write(placed(1, temperature(1, NOON, -18.25), bad, event));

    List<Observation> back = history.observations(fridge(1), NOON, NOON.plusSeconds(1));

    Reading badBack =
        new Reading(
            bad.device(),
            bad.metric(),
            bad.time(),
            bad.value(),
            bad.flaw(),
            bad.provenance(),
            bad.time().plusSeconds(95));
    assertThat(back).containsExactly(temperature(1, NOON, -18.25), badBack, event);
    Instant end = NOON.plusMillis(8);
    assertThat(history.readings(fridge(1), Set.of(bad.metric(), Metric.TEMPERATURE), NOON, end))
        .containsExactlyInAnyOrder(temperature(1, NOON, -18.25), badBack);
    assertThat(history.readings(fridge(1), Set.of(bad.metric()), NOON, end))
        .containsExactly(badBack);
    assertThat(history.readings(fridge(1), Set.of(bad.metric()), NOON, bad.time())).isEmpty();
  }

  @Test
  void replays_all_devices_by_time_then_device_from_start_to_before_end() {
    List<Observation> expected = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Instant time = NOON.plus(Duration.ofMinutes(37L * i));
      expected.add(temperature(1, time, i));
      expected.add(temperature(2, time, i));
      expected.add(GateEvent.of(fridge(2), time, GateEvent.What.GRANTED));
      expected.add(temperature(3, time, i));
    }
    List<Observation> backwards = new ArrayList<>(expected);
    java.util.Collections.reverse(backwards);
    write(placed(1, backwards), placed(2, temperature(1, NOON.minusMillis(1), 0)));
    Instant end = NOON.plus(Duration.ofMinutes(37L * 199));

    List<Observation> replayed = new ArrayList<>();
    history.replay(NOON, end, replayed::add);

    assertThat(replayed).isEqualTo(expected.subList(0, expected.size() - 4));
  }

  @Test
  void tells_the_newest_time_of_each_device_that_has_any() {
    write(
        placed(
            1,
            temperature(1, NOON, 1),
            temperature(1, NOON.minusSeconds(5), 1),
            GateEvent.of(fridge(1), NOON.plusSeconds(9), GateEvent.What.REX),
            GateEvent.of(fridge(2), NOON, GateEvent.What.REX)));

    assertThat(history.newest()).isEqualTo(Map.of(fridge(1), NOON.plusSeconds(9), fridge(2), NOON));
  }

  @Test
  void thins_a_day_to_the_points_asked_for_and_keeps_its_gap() {
    List<Reading> day = new ArrayList<>();
    for (int minute = 0; minute < 1440; minute++) {
      if (minute < 600 || minute >= 720) {
        day.add(temperature(1, NOON.plus(Duration.ofMinutes(minute)), minute % 10));
      }
    }
    write(placed(1, day), placed(2, flawed(NOON.plusSeconds(1))));
    Instant end = NOON.plus(Duration.ofDays(1));

    List<Point> series = history.series(fridge(1), Metric.TEMPERATURE, NOON, end, 144);

    assertThat(series).hasSize(132);
    assertThat(series.get(0)).isEqualTo(new Point(NOON, 0, 9, 4.5, 10));
    assertThat(series)
        .noneMatch(
            p ->
                !p.time().isBefore(NOON.plus(Duration.ofMinutes(600)))
                    && p.time().isBefore(NOON.plus(Duration.ofMinutes(720))));
    assertThat(series.get(60).time()).isEqualTo(NOON.plus(Duration.ofMinutes(720)));
  }

  @Test
  void gives_every_reading_when_more_points_are_asked_for_than_there_are() {
    write(placed(1, temperature(1, NOON, 1), temperature(1, NOON.plusSeconds(50), 2)));

    List<Point> series =
        history.series(fridge(1), Metric.TEMPERATURE, NOON, NOON.plusSeconds(60), 600);

    assertThat(series)
        .containsExactly(new Point(NOON, 1, 1, 1, 1), new Point(NOON.plusSeconds(50), 2, 2, 2, 1));
  }

  @Test
  void reads_a_long_range_from_the_hours() {
    List<Reading> month =
        IntStream.range(0, 30 * 24)
            .mapToObj(hour -> temperature(1, NOON.plus(Duration.ofHours(hour)), hour % 24))
            .toList();
    write(placed(1, month));
    Instant end = NOON.plus(Duration.ofDays(30));

    List<Point> series = history.series(fridge(1), Metric.TEMPERATURE, NOON, end, 30);

    assertThat(series).hasSize(30);
    assertThat(series).allMatch(p -> p.n() == 24 && p.min() == 0 && p.max() == 23);
    assertThat(series.get(29).mean()).isEqualTo(11.5);
    List<Point> odd = history.series(fridge(1), Metric.TEMPERATURE, NOON.plusSeconds(90), end, 100);
    assertThat(odd).hasSizeLessThanOrEqualTo(100);
    assertThat(odd.stream().mapToLong(Point::n).sum()).isEqualTo(30 * 24);
  }

  @Test
  void reads_from_the_hours_what_is_no_longer_there_raw() {
    write(placed(1, temperature(1, NOON, 4), temperature(1, NOON.plusSeconds(60), 6)));
    Duration ten = Duration.ofDays(10);
    Duration hundred = Duration.ofDays(100);
    writer.keep(new Retention(ten, hundred, hundred), NOON.plus(ten.multipliedBy(2)));

    assertThat(history.series(fridge(1), Metric.TEMPERATURE, NOON, NOON.plusSeconds(3600), 60))
        .containsExactly(new Point(NOON, 4, 6, 5, 2));
  }

  @Test
  void knows_nothing_of_a_device_or_metric_that_never_spoke() {
    assertThat(history.observations(fridge(8), NOON, NOON.plusSeconds(1))).isEmpty();
    assertThat(history.series(fridge(8), Metric.POWER, NOON, NOON.plusSeconds(60), 10)).isEmpty();
    assertThat(history.newest()).isEmpty();
  }

  private static Reading flawed(Instant time) {
    return new Reading(
        fridge(1), Metric.TEMPERATURE, time, 327.67, Flaw.SENTINEL, Provenance.LIVE, time);
  }
}
