package wuchang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static wuchang.store.Samples.NOON;
import static wuchang.store.Samples.placed;
import static wuchang.store.Samples.temperature;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Provenance;
import wuchang.domain.reading.Quality;
import wuchang.domain.reading.Reading;
import wuchang.domain.site.Retention;

/** The hours agree with the readings, and both go when their time has come. */
abstract class RollUpContract extends StoreContract {
  private static final Retention TEN_DAYS =
      new Retention(Duration.ofDays(10), Duration.ofDays(20), Duration.ofDays(30));

  @Test
  void hours_and_days_agree_with_brute_force_after_late_shuffled_and_repeated_readings() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<Reading> readings = readings(random, 3000);
    Map<String, Reading> first = new HashMap<>();
    long position = 0;
    for (int from = 0; from < readings.size(); from += 250) {
      List<Reading> batch = new ArrayList<>(readings.subList(from, from + 250));
      batch.addAll(batch.subList(0, 20));
      batch.addAll(readings.subList(0, Math.min(from, 30)));
      batch.forEach(r -> first.putIfAbsent(r.device() + " " + r.time(), r));
      write(placed(++position, batch));
      if (random.nextInt(4) == 0) {
        db.settle(flavour);
      }
    }
    db.settle(flavour);

    assertThat(db.count("wuchang.readings")).as("seed %d", seed).isEqualTo(first.size());
    agrees(seed, "hourly", bruteForce(first.values(), 3_600));
    agrees(seed, "daily", bruteForce(first.values(), 86_400));
  }

  @Test
  void raw_readings_are_dropped_by_whole_days_and_their_hours_stay() {
    Instant old = NOON.minus(Duration.ofDays(11));
    write(placed(1, temperature(1, old, 4), temperature(1, NOON.minus(Duration.ofDays(9)), 5)));

    writer.keep(TEN_DAYS, NOON);

    assertThat(db.rows("SELECT value FROM wuchang.readings")).containsExactly("5");
    assertThat(db.rows("SELECT avg FROM wuchang.readings_hourly ORDER BY time"))
        .containsExactly("4", "5");
    assertThat(db.rows("SELECT avg FROM wuchang.readings_daily ORDER BY time"))
        .containsExactly("4", "5");
  }

  @Test
  void a_late_repeat_of_a_dropped_reading_does_not_count_twice() {
    Instant old = NOON.minus(Duration.ofDays(11));
    write(placed(1, temperature(1, old, 4)));
    writer.keep(TEN_DAYS, NOON);

    assertThat(write(placed(1, temperature(1, old, 4)))).isEqualTo(new Stored(0, 0, 1));
    db.settle(flavour);

    assertThat(db.count("wuchang.readings")).isZero();
    assertThat(new StoreWriter(db.database()).begin(SITE, 1)).isEqualTo(flavour);
    assertThat(db.rows("SELECT raw_from > '-infinity' FROM wuchang.horizon")).containsExactly("t");
  }

  @Test
  void hours_and_events_go_when_their_own_time_has_come() {
    write(placed(1, temperature(1, NOON.minus(Duration.ofDays(45)), 4), temperature(1, NOON, 5)));

    writer.keep(TEN_DAYS, NOON);

    assertThat(db.rows("SELECT avg FROM wuchang.readings_hourly")).containsExactly("5");
    assertThat(db.rows("SELECT avg FROM wuchang.readings_daily")).containsExactly("5");
  }

  @Test
  void a_late_reading_reaches_a_day_whose_first_readings_are_long_rolled_up() {
    write(placed(1, temperature(1, NOON, 4)));
    db.settle(flavour);
    write(placed(2, temperature(1, NOON.plusSeconds(3600), 8), temperature(1, NOON, 100)));
    db.settle(flavour);

    assertThat(db.rows("SELECT min, max, avg, n FROM wuchang.readings_daily"))
        .containsExactly("4|8|6|2");
  }

  @Test
  void keeping_again_changes_nothing() {
    write(placed(1, temperature(1, NOON, 4)));
    writer.keep(TEN_DAYS, NOON);

    writer.keep(TEN_DAYS, NOON);
    writer.keep(TEN_DAYS, NOON.minus(Duration.ofDays(3)));

    assertThat(db.count("wuchang.readings")).isEqualTo(1);
    assertThat(write(placed(2, temperature(1, NOON.plusSeconds(1), 4))).readings()).isEqualTo(1);
  }

  private void agrees(long seed, String each, Map<String, DoubleSummaryStatistics> expected) {
    Set<String> seen = new HashSet<>();
    for (String row :
        db.rows(
            "SELECT device, extract(epoch FROM time)::int8, min, max, avg, n"
                + " FROM wuchang.readings_"
                + each)) {
      String[] hour = row.split("\\|");
      DoubleSummaryStatistics brute = expected.get(hour[0] + " " + hour[1]);
      assertThat(brute).as("seed %d, %s", seed, row).isNotNull();
      assertThat(Double.parseDouble(hour[2])).isEqualTo(brute.getMin());
      assertThat(Double.parseDouble(hour[3])).isEqualTo(brute.getMax());
      assertThat(Double.parseDouble(hour[4])).isCloseTo(brute.getAverage(), within(1e-9));
      assertThat(Long.parseLong(hour[5])).as("seed %d, %s", seed, row).isEqualTo(brute.getCount());
      seen.add(hour[0] + " " + hour[1]);
    }
    assertThat(seen).as("seed %d", seed).isEqualTo(expected.keySet());
  }

  private static Map<String, DoubleSummaryStatistics> bruteForce(
      Iterable<Reading> readings, long seconds) {
    Map<String, DoubleSummaryStatistics> hours = new TreeMap<>();
    for (Reading reading : readings) {
      if (reading.quality() != Quality.BAD) {
        long hour = reading.time().getEpochSecond() / seconds * seconds;
        hours
            .computeIfAbsent(reading.device() + " " + hour, key -> new DoubleSummaryStatistics())
            .accept(reading.value());
      }
    }
    return hours;
  }

  /** Five days of three fridges, in any order, some of them bad and some at the same instant. */
  private static List<Reading> readings(Random random, int many) {
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      Instant time = NOON.plusSeconds(60L * random.nextInt(5 * 24 * 60));
      Flaw flaw =
          switch (random.nextInt(10)) {
            case 0 -> Flaw.MISSING;
            case 1 -> Flaw.CLOCK_SKEW;
            default -> Flaw.NONE;
          };
      double value = flaw == Flaw.MISSING ? Double.NaN : random.nextInt(300) / 10.0 - 5;
      readings.add(
          new Reading(
              Samples.fridge(random.nextInt(3)),
              Metric.TEMPERATURE,
              time,
              value,
              flaw,
              Provenance.LIVE,
              time));
    }
    Collections.shuffle(readings, random);
    return readings;
  }
}
