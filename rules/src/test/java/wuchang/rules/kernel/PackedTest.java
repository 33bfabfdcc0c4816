package wuchang.rules.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Provenance;
import wuchang.domain.reading.Reading;

class PackedTest {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final DeviceId FRIDGE = DeviceId.of("fridge");

  @Test
  void what_was_put_in_comes_out_equal_and_where_a_list_would_have_it() {
    for (long seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      Packed packed = new Packed();
      List<Observation> list = new ArrayList<>();
      for (int step = 0; step < 300; step++) {
        Observation next = reading(random);
        int place = Collections.binarySearch(list, next, Past.ORDER);
        assertThat(packed.find(next)).as("seed %d step %d", seed, step).isEqualTo(place);
        if (place < 0) {
          list.add(-place - 1, next);
          packed.add(-place - 1, next);
        } else if (random.nextInt(4) == 0) {
          int to = Math.min(list.size(), place + random.nextInt(5));
          list.subList(place, to).clear();
          packed.removeRange(place, to);
        }
        assertThat(packed.size()).isEqualTo(list.size());
        int from = random.nextInt(list.size() + 1);
        assertThat(packed.from(from))
            .as("seed %d step %d", seed, step)
            .isEqualTo(list.subList(from, list.size()));
      }
    }
  }

  @Test
  void what_does_not_fit_is_kept_as_it_is() {
    Instant fine = START.plusNanos(1);
    List<Observation> odd =
        List.of(
            reading(START, START.plusSeconds(3_000_000_000L), 1),
            reading(fine, fine, 2),
            reading(START.plusMillis(1), START.plusNanos(1_500_000), Double.NaN));

    Packed packed = new Packed();
    odd.forEach(packed::add);
    packed.add(reading(START.plusMillis(2), START, -0.0));

    assertThat(packed.from(0).subList(0, 3)).isEqualTo(odd);
    assertThat(packed.from(0).get(3)).isEqualTo(reading(START.plusMillis(2), START, -0.0));
    assertThat(packed.find(odd.get(1))).isEqualTo(1);
  }

  /** Of two hundred metrics, more than there are forms for. */
  private static Observation reading(Random random) {
    Instant time = START.plusMillis(random.nextInt(200));
    return new Reading(
        random.nextInt(5) == 0 ? DeviceId.of("other") : FRIDGE,
        random.nextInt(3) == 0 ? Metric.of("m" + random.nextInt(200)) : Metric.TEMPERATURE,
        random.nextInt(9) == 0 ? time.plusNanos(7) : time,
        random.nextInt(100) / 10.0,
        random.nextInt(5) == 0 ? Flaw.JUMP : Flaw.NONE,
        random.nextBoolean() ? Provenance.LIVE : Provenance.HISTORY,
        time.plusMillis(random.nextInt(3)));
  }

  private static Reading reading(Instant time, Instant arrived, double value) {
    return new Reading(
        FRIDGE, Metric.TEMPERATURE, time, value, Flaw.NONE, Provenance.LIVE, arrived);
  }
}
