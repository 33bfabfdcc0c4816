package wuchang.simulators.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.simulators.canteen.EastCanteen;
import wuchang.simulators.mishap.Mishap;

class ProgrammeTest {
  private static final Instant LIVE = Instant.parse("2026-11-23T03:00:00Z");
  private static final DeviceId REAL = DeviceId.of("real-fridge");
  private static final Stage STAGE = new Stage(EastCanteen.site(), Set.of(REAL));

  @Test
  void history_holds_mishaps_that_are_over() {
    List<Mishap> past =
        Programme.before(STAGE, LIVE, 1).mishaps().stream()
            .filter(mishap -> mishap.end().isBefore(LIVE))
            .toList();

    assertThat(past).hasSize(4);
    assertThat(past).allMatch(m -> m.onset().isAfter(LIVE.minus(Duration.ofHours(24))));
  }

  @Test
  void a_start_in_between_forgets_what_began_before_it() {
    Programme programme = Programme.before(STAGE, LIVE, 1).from(LIVE.minusSeconds(60));

    assertThat(programme.mishaps()).isEmpty();
  }

  @Test
  void the_first_quarter_of_an_hour_shows_six_mishaps_at_six_devices() {
    List<Mishap> seen = Programme.before(STAGE, LIVE, 1).live(LIVE).since(LIVE);

    assertThat(seen).hasSize(6);
    assertThat(seen).extracting(Mishap::device).doesNotHaveDuplicates();
    assertThat(seen).extracting(Mishap::kind).doesNotHaveDuplicates();
    assertThat(seen).anyMatch(m -> m.onset().isBefore(LIVE.plusSeconds(10)));
  }

  @Test
  void then_one_follows_another_at_a_calm_rate_and_never_two_at_one_device_or_of_one_kind() {
    List<Mishap> later = day(1);

    assertThat(later.size()).isBetween(150, 300);
    assertThat(later)
        .extracting(Mishap::kind)
        .containsAll(Act.REPERTOIRE.stream().map(Act::kind).toList());
    for (int i = 1; i < later.size(); i++) {
      assertThat(Duration.between(later.get(i - 1).onset(), later.get(i).onset()))
          .isGreaterThan(Duration.ofMinutes(4));
    }
    for (Mishap mishap : later) {
      assertThat(later.stream().filter(other -> other != mishap && overlap(mishap, other)))
          .isEmpty();
      assertThat(mishap.device()).isNotEqualTo(REAL);
    }
  }

  @Test
  void a_fast_clock_brings_no_more_than_one_can_read() {
    assertThat(day(60)).hasSizeBetween(8, 20);
  }

  @Test
  void the_same_chance_gives_the_same_programme() {
    assertThat(day(1)).isEqualTo(day(1));
  }

  private static List<Mishap> day(double speed) {
    Programme live = Programme.before(STAGE, LIVE, speed).live(LIVE);
    Programme day = live.upTo(LIVE.plus(Duration.ofDays(1)), new SplittableRandom(9));
    return day.mishaps().stream()
        .skip(live.mishaps().size())
        .collect(Collectors.toUnmodifiableList());
  }

  private static boolean overlap(Mishap one, Mishap other) {
    return (one.device().equals(other.device()) || one.kind() == other.kind())
        && one.onset().isBefore(other.end())
        && other.onset().isBefore(one.end());
  }
}
