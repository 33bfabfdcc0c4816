package wuchang.simulators.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import wuchang.domain.reading.Metric;
import wuchang.simulators.kitchen.Bustle;
import wuchang.simulators.mishap.ColdMishap;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.mishap.Troubles;

class DoorTest {
  private static final Duration STEP = Duration.ofSeconds(2);

  private final RandomGenerator random = new SplittableRandom(1);
  private final List<Saying> said = new ArrayList<>();
  private Door door = Door.CLOSED;
  private double openSeconds;

  @Test
  void is_opened_as_often_as_asked_and_mostly_for_seconds() {
    run(Duration.ofHours(200), 12, List.of());

    List<Double> lengths = lengths();
    assertThat(lengths.size()).isBetween(2_200, 2_600);
    assertThat(lengths).allSatisfy(s -> assertThat(s).isBetween(0.5, 60.0));
    assertThat(lengths.stream().sorted().toList().get(lengths.size() / 2))
        .isCloseTo(9, within(0.6));
  }

  @Test
  void the_shares_of_the_steps_add_up_to_what_the_contact_says() {
    run(Duration.ofHours(50), 20, List.of());

    double told = lengths().stream().mapToDouble(s -> s).sum();
    assertThat(openSeconds).isCloseTo(told, within(told * 0.001 + 1));
  }

  @Test
  void left_open_it_opens_at_the_onset_and_closes_at_the_end() {
    Instant onset = Playing.START.plusMillis(60_500);
    Mishap left =
        new Mishap(ColdMishap.DOOR_LEFT_OPEN, Playing.DEVICE, onset, onset.plusSeconds(300), 1);
    run(Duration.ofMinutes(10), 0, List.of(left));

    assertThat(said)
        .containsExactly(Saying.door(onset, true), Saying.door(onset.plusSeconds(300), false));
    assertThat(openSeconds).isCloseTo(300, within(0.01));
  }

  private void run(Duration time, double perHour, List<Mishap> mishaps) {
    for (Instant now = Playing.START.plus(STEP);
        !now.isAfter(Playing.START.plus(time));
        now = now.plus(STEP)) {
      Troubles troubles = Troubles.of(mishaps, Playing.DEVICE, now);
      Moment moment = new Moment(now, STEP, LocalTime.NOON, Bustle.QUIET, 25, 0, troubles);
      Door.Swing swing = door.next(moment, perHour, random);
      door = swing.door();
      openSeconds += swing.share() * STEP.toSeconds();
      said.addAll(swing.sayings());
    }
  }

  private List<Double> lengths() {
    List<Double> lengths = new ArrayList<>();
    for (int i = 1; i < said.size(); i += 2) {
      assertThat(((Saying.Values) said.get(i)).values()).containsEntry(Metric.DOOR_OPEN, 0.0);
      lengths.add(Duration.between(said.get(i - 1).at(), said.get(i).at()).toMillis() / 1000.0);
    }
    return lengths;
  }
}
