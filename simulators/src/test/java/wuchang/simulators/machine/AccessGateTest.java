package wuchang.simulators.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.GateEvent.What;
import wuchang.simulators.kitchen.Bustle;
import wuchang.simulators.mishap.GateMishap;

class AccessGateTest {
  private static final GateBuild BUILD =
      new GateBuild(
          Playing.DEVICE,
          List.of(new Badge("zhang", "0012345671"), new Badge("li", "0012345672")),
          Duration.ofSeconds(60));

  private final Playing<AccessGate> playing = new Playing<>(AccessGate.closed(BUILD), 1);

  @Test
  void each_opening_follows_a_grant_or_a_request_and_is_shut_soon() {
    for (int day = 0; day < 10; day++) {
      for (Bustle bustle : Bustle.values()) {
        playing.during(bustle).pass(Duration.ofHours(3));
      }
    }
    List<GateEvent> events = events();

    assertThat(events.size()).isGreaterThan(200);
    assertThat(events).isSortedAccordingTo((a, b) -> a.time().compareTo(b.time()));
    for (int i = 0; i < events.size(); i++) {
      GateEvent event = events.get(i);
      if (event.what() == What.DOOR_OPEN) {
        assertThat(events.get(i - 1).what()).isIn(What.GRANTED, What.REX);
        assertThat(between(events.get(i - 1), event)).isLessThan(Duration.ofSeconds(5));
        assertThat(events.get(i + 1).what()).isEqualTo(What.DOOR_CLOSED);
        assertThat(between(event, events.get(i + 1))).isLessThan(Duration.ofSeconds(10));
      }
    }
    assertThat(events.stream().filter(e -> e.what() == What.GRANTED))
        .allMatch(e -> !e.person().isEmpty() && !e.card().isEmpty() && e.method().equals("card"));
  }

  @Test
  void a_forced_gate_opens_without_a_grant_and_stands_open() {
    playing.with(GateMishap.FORCED_OPEN, 1, Duration.ofMinutes(3)).pass(Duration.ofMinutes(10));
    Instant onset = Playing.START.plusMillis(1);

    assertThat(events())
        .extracting(GateEvent::what)
        .startsWith(What.FORCED_OPEN, What.DOOR_OPEN, What.DOOR_CLOSED);
    assertThat(events().get(0).time()).isEqualTo(onset);
    assertThat(events().get(2).time()).isEqualTo(Playing.START.plus(Duration.ofMinutes(3)));
  }

  @Test
  void a_gate_that_is_held_says_so_after_its_hold_time() {
    playing.with(GateMishap.HELD_OPEN, 1, Duration.ofMinutes(4)).pass(Duration.ofMinutes(5));

    assertThat(events())
        .extracting(GateEvent::what)
        .startsWith(What.GRANTED, What.DOOR_OPEN, What.HELD_OPEN, What.DOOR_CLOSED);
    assertThat(between(events().get(1), events().get(2))).isEqualTo(Duration.ofSeconds(60));
  }

  private List<GateEvent> events() {
    return playing.sayings().stream().map(s -> ((Saying.Event) s).event()).toList();
  }

  private static Duration between(GateEvent first, GateEvent second) {
    return Duration.between(first.time(), second.time());
  }
}
