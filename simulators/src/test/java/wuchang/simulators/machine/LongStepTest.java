package wuchang.simulators.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.Site;
import wuchang.simulators.canteen.FullCanteen;
import wuchang.simulators.kitchen.Bustle;

/** The longest step that a moment allows gives the same day as a short one, nearly. */
class LongStepTest {
  private static final Site SITE = FullCanteen.site();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hot-1",
        "cooling-1",
        "room-1",
        "by-infrared",
        "by-steam",
        "by-boiling",
        "dishes-1"
      })
  void a_day_in_long_steps_is_like_one_in_short_steps(String id) {
    Day fine = day(id, Duration.ofSeconds(3));
    Day coarse = day(id, Moment.LONGEST_STEP);

    assertThat(coarse.hottest).isBetween(fine.hottest - 3, fine.hottest + 3);
    assertThat(coarse.coldest).isBetween(fine.coldest - 3, fine.coldest + 3);
    assertThat(coarse.mean).isBetween(fine.mean - 3, fine.mean + 3);
  }

  private static Day day(String id, Duration step) {
    Workshop workshop = new Workshop(SITE, Map.of(), Map.of());
    Machine machine =
        workshop.build(SITE.devices().get(DeviceId.of(id)), 0, new SplittableRandom(4));
    Day day = new Day();
    Playing<Machine> playing = new Playing<>(machine, 4).stepping(step).watch(day::see);
    playing.during(Bustle.SERVING).pass(Duration.ofHours(6));
    return day;
  }

  private static final class Day {
    private double hottest = -100;
    private double coldest = 200;
    private double mean;
    private long count;

    void see(Machine machine) {
      double celsius = machine.readings().get(Metric.TEMPERATURE);
      hottest = Math.max(hottest, celsius);
      coldest = Math.min(coldest, celsius);
      count++;
      mean += (celsius - mean) / count;
    }
  }
}
