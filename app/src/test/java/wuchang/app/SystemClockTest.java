package wuchang.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SystemClockTest {
  private static final Instant T0 = Instant.parse("2026-11-23T12:00:00Z");
  private final AtomicReference<Instant> machine = new AtomicReference<>(T0);

  @Test
  void goes_with_the_machine() {
    SystemClock clock = SystemClock.of(machine::get, 1, Instant.MIN);
    machine.set(T0.plusSeconds(5));

    assertThat(clock.instant()).isEqualTo(T0.plusSeconds(5));
  }

  @Test
  void goes_on_when_the_machine_goes_back_and_is_caught_up_with() {
    SystemClock clock = SystemClock.of(machine::get, 1, Instant.MIN);
    Instant back = T0.minusSeconds(3600);
    machine.set(back);
    assertThat(clock.instant()).isEqualTo(T0);

    machine.set(back.plusSeconds(10));
    assertThat(clock.instant()).isEqualTo(T0.plusSeconds(9));
    machine.set(back.plusSeconds(36_000));
    assertThat(clock.instant()).isEqualTo(back.plusSeconds(36_000));
    machine.set(back.plusSeconds(36_010));
    assertThat(clock.instant()).isEqualTo(back.plusSeconds(36_010));
  }

  @Test
  void gives_each_reading_of_an_hour_that_comes_twice_a_time_of_its_own() {
    SystemClock clock = SystemClock.of(machine::get, 1, Instant.MIN);
    Set<Instant> times = new TreeSet<>();
    for (int minute = 0; minute < 60; minute++) {
      machine.set(T0.plusSeconds(60 * minute));
      times.add(clock.instant());
    }
    for (int minute = 0; minute < 60; minute++) {
      machine.set(T0.plusSeconds(60 * minute + 30));
      times.add(clock.instant());
    }

    assertThat(times).as("only the moment of the step comes twice").hasSize(119);
  }

  @Test
  void runs_faster_from_the_moment_it_was_made() {
    SystemClock clock = SystemClock.of(machine::get, 60, Instant.MIN);
    machine.set(T0.plusSeconds(10));

    assertThat(clock.instant()).isEqualTo(T0.plusSeconds(600));
    assertThat(clock.machineMillis(Duration.ofSeconds(6))).isEqualTo(100);
  }

  @Test
  void goes_on_from_where_it_had_come() {
    Instant reached = T0.plusSeconds(7200);
    SystemClock clock = SystemClock.of(machine::get, 1, reached);
    machine.set(T0.plusSeconds(10));

    assertThat(clock.instant()).isEqualTo(reached.plusSeconds(10));
  }

  @Test
  void refuses_a_speed_that_is_none() {
    assertThatThrownBy(() -> SystemClock.of(machine::get, 0, Instant.MIN))
        .hasMessageContaining("0.0");
  }
}
