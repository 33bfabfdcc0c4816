package wuchang.simulators.canteen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Metric;
import wuchang.simulators.machine.Machine;
import wuchang.simulators.machine.Moment;
import wuchang.simulators.machine.Turn;
import wuchang.simulators.mishap.ColdMishap;
import wuchang.simulators.mishap.Mishap;

class AftermathTest {
  private static final Instant ONSET = Instant.parse("2026-11-02T08:00:00Z");
  private static final Mishap TORN = mishap(ColdMishap.GASKET_TORN, ONSET);
  private static final Mishap OPEN = mishap(ColdMishap.DOOR_LEFT_OPEN, ONSET.plusSeconds(5_400));

  private final Aftermath aftermath = new Aftermath();

  @Test
  void what_is_mended_is_suffered_from_until_the_machine_is_sound() {
    see(true, 0, TORN);
    see(true, 60);
    see(true, 120);
    see(false, 180);
    see(true, 240);

    assertThat(aftermath.suffered()).containsExactly(Map.entry(TORN, minute(120)));
  }

  @Test
  void a_machine_that_is_sound_at_the_end_suffers_no_more() {
    see(true, 0, TORN);
    see(false, 60);

    assertThat(aftermath.suffered()).isEmpty();
  }

  @Test
  void a_second_mishap_does_not_end_the_first_ones_suffering() {
    see(true, 0, TORN);
    see(true, 90, OPEN);
    see(true, 150);

    assertThat(aftermath.suffered())
        .containsOnly(Map.entry(TORN, minute(150)), Map.entry(OPEN, minute(150)));
  }

  private void see(boolean suffers, long minute, Mishap... active) {
    aftermath.see(new Ailing(suffers), List.of(active), minute(minute));
  }

  private static Instant minute(long minute) {
    return ONSET.plus(Duration.ofMinutes(minute));
  }

  private static Mishap mishap(ColdMishap kind, Instant onset) {
    return new Mishap(kind, DeviceId.of("fridge-1"), onset, onset.plusSeconds(3_600), 1);
  }

  private record Ailing(boolean suffers) implements Machine {
    @Override
    public Turn next(Moment moment, RandomGenerator random) {
      return new Turn(this, List.of());
    }

    @Override
    public Map<Metric, Double> readings() {
      return Map.of();
    }
  }
}
