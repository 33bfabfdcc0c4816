package wuchang.rules.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Evidence;

class DifferenceTest {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

  @Test
  void what_is_the_same_is_not_told() {
    assertThat(told(List.of(from(0, 10), from(20, 30)), List.of(from(20, 30), from(0, 10))))
        .isEmpty();
  }

  @Test
  void what_overlaps_has_moved() {
    assertThat(told(List.of(from(5, 10)), List.of(from(0, 10)))).containsExactly("moved 5");
    assertThat(told(List.of(from(0, 12)), List.of(from(0, 10)))).containsExactly("moved 0");
    assertThat(told(List.of(from(10, 20)), List.of(from(0, 10)))).containsExactly("moved 10");
    assertThat(told(List.of(open(5)), List.of(from(0, 10)))).containsExactly("moved 5");
    assertThat(told(List.of(from(0, 10)), List.of(open(0)))).containsExactly("moved 0");
  }

  @Test
  void what_does_not_was_added_or_dropped() {
    assertThat(told(List.of(from(11, 20)), List.of(from(0, 10))))
        .containsExactly("dropped 0", "added 11");
    assertThat(told(List.of(), List.of(open(3)))).containsExactly("dropped 3");
  }

  @Test
  void each_is_compared_with_one_only() {
    assertThat(told(List.of(from(0, 4), from(6, 10)), List.of(from(1, 9))))
        .containsExactly("moved 0", "added 6");
    assertThat(told(List.of(from(1, 9)), List.of(from(0, 4), from(6, 10))))
        .containsExactly("moved 1", "dropped 6");
  }

  @Test
  void devices_are_apart() {
    Episode other = episode("b", 0, Optional.of(10));

    assertThat(told(List.of(from(0, 10)), List.of(other))).containsExactly("added 0", "dropped 0");
  }

  private static List<String> told(List<Episode> found, List<Episode> reference) {
    return Difference.between(found, reference).stream()
        .map(
            d -> d.change().word() + " " + Duration.between(START, d.episode().since()).toMinutes())
        .toList();
  }

  private static Episode from(int since, int until) {
    return episode("a", since, Optional.of(until));
  }

  private static Episode open(int since) {
    return episode("a", since, Optional.empty());
  }

  private static Episode episode(String device, int since, Optional<Integer> until) {
    return new Episode(
        RuleId.of("FRG-01"),
        DeviceId.of(device),
        Severity.MAJOR,
        at(since),
        at(since + 1),
        until.map(DifferenceTest::at),
        Evidence.NONE,
        List.of(),
        Duration.ZERO,
        true);
  }

  private static Instant at(int minute) {
    return START.plusSeconds(60L * minute);
  }
}
