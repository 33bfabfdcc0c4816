package wuchang.simulators.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.GateEvent.What;
import wuchang.domain.site.Site;
import wuchang.simulators.canteen.EastCanteen;
import wuchang.simulators.kitchen.Mealtimes;
import wuchang.simulators.mishap.GateMishap;
import wuchang.simulators.mishap.MishapKind;
import wuchang.simulators.people.Roster;

class AccessGateTest {
  private static final Site SITE = EastCanteen.site();

  @Test
  void each_opening_follows_a_grant_or_a_request_and_is_shut_soon() {
    List<GateEvent> events =
        events(playing(1).stepping(Moment.LONGEST_STEP).pass(Duration.ofDays(7)));

    assertThat(events.size()).isGreaterThan(300);
    assertThat(events).isSortedAccordingTo((a, b) -> a.time().compareTo(b.time()));
    for (int i = 0; i < events.size(); i++) {
      GateEvent event = events.get(i);
      if (event.what() == What.DOOR_OPEN) {
        assertThat(events.get(i - 1).what()).isIn(What.GRANTED, What.REX);
        assertThat(between(events.get(i - 1), event)).isLessThan(Duration.ofSeconds(5));
        assertThat(events.get(i + 1).what()).isEqualTo(What.DOOR_CLOSED);
        assertThat(between(event, events.get(i + 1))).isLessThan(Duration.ofSeconds(40));
      }
    }
    assertThat(events.stream().filter(e -> e.what() == What.GRANTED))
        .allMatch(e -> !e.card().isEmpty() && e.method().equals("card"))
        .allMatch(e -> !e.person().equals("wu"))
        .anyMatch(e -> e.person().isEmpty() && e.reason().startsWith("visitor of "));
    assertThat(events).extracting(GateEvent::what).contains(What.DENIED);
  }

  @Test
  void nobody_opens_the_door_to_a_burning_lamp() {
    RoomPlan room = new RoomPlan(Mealtimes.of(SITE), 1);
    List<GateEvent> free = events(playing(1).pass(Duration.ofDays(7)));
    List<GateEvent> kept = events(playing(1, Optional.of(room)).pass(Duration.ofDays(7)));

    assertThat(free).anyMatch(event -> isLit(room, event));
    assertThat(kept).hasSizeGreaterThan(free.size() / 2).noneMatch(event -> isLit(room, event));
  }

  private static boolean isLit(RoomPlan room, GateEvent event) {
    return event.what() != What.DENIED
        && room.on(event.time()).isLampTime(event.time().toEpochMilli());
  }

  @Test
  void the_length_of_a_step_changes_no_event() {
    Duration days = Duration.ofDays(1);

    assertThat(events(playing(2).stepping(Moment.LONGEST_STEP).pass(days)))
        .isEqualTo(events(playing(2).stepping(Duration.ofSeconds(3)).pass(days)));
  }

  @Test
  void a_forced_gate_opens_without_a_grant_and_stands_open() {
    List<GateEvent> events = struck(GateMishap.FORCED_OPEN, 1, Duration.ofMinutes(3));

    assertThat(events)
        .extracting(GateEvent::what)
        .startsWith(What.FORCED_OPEN, What.DOOR_OPEN, What.DOOR_CLOSED);
    assertThat(events.get(0).time()).isEqualTo(NIGHT.plusMillis(1));
    assertThat(events.get(2).time()).isEqualTo(NIGHT.plus(Duration.ofMinutes(3)));
  }

  @Test
  void a_gate_that_is_held_says_so_after_its_hold_time() {
    List<GateEvent> events = struck(GateMishap.HELD_OPEN, 1, Duration.ofMinutes(4));

    assertThat(events)
        .extracting(GateEvent::what)
        .startsWith(What.GRANTED, What.DOOR_OPEN, What.HELD_OPEN, What.DOOR_CLOSED);
    assertThat(between(events.get(1), events.get(2))).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void a_stranger_is_denied_again_and_again_within_five_minutes() {
    List<GateEvent> mild = struck(GateMishap.REPEATED_DENIALS, 0.01, Duration.ofMinutes(6));
    List<GateEvent> bad = struck(GateMishap.REPEATED_DENIALS, 1, Duration.ofMinutes(6));

    assertThat(mild).extracting(GateEvent::what).containsOnly(What.DENIED).hasSize(3);
    assertThat(bad).extracting(GateEvent::what).containsOnly(What.DENIED).hasSize(8);
    assertThat(between(bad.get(0), bad.get(7))).isLessThan(Duration.ofMinutes(5));
    assertThat(bad).extracting(GateEvent::card).containsOnly(bad.get(0).card());
  }

  @Test
  void a_forgotten_badge_is_one_or_two_denials() {
    List<GateEvent> events = struck(GateMishap.FORGOTTEN_BADGE, 1, Duration.ofMinutes(6));

    assertThat(events)
        .extracting(GateEvent::what)
        .containsExactly(What.DENIED, What.DENIED, What.REX, What.DOOR_OPEN, What.DOOR_CLOSED);
  }

  @Test
  void whoever_comes_after_hours_or_without_certificate_comes_in_and_leaves() {
    List<GateEvent> late = struck(GateMishap.AFTER_HOURS, 1, Duration.ofMinutes(20));
    List<GateEvent> ill = struck(GateMishap.EXPIRED_CERTIFICATE, 1, Duration.ofMinutes(20));

    assertThat(late).extracting(GateEvent::what).startsWith(What.GRANTED).contains(What.REX);
    assertThat(late.get(0).person()).isIn("zhang", "li");
    assertThat(ill.get(0).person()).isEqualTo("wu");
    assertThat(between(ill.get(0), ill.get(3))).isEqualTo(Duration.ofMinutes(20).minusMillis(1));
  }

  @Test
  void a_card_that_is_passed_back_and_a_second_person_on_one_card_are_told() {
    List<GateEvent> back = struck(GateMishap.PASSED_BACK, 1, Duration.ofMinutes(5));
    List<GateEvent> tail = struck(GateMishap.TAILGATING, 1, Duration.ofMinutes(5));

    assertThat(back.get(3).what()).isEqualTo(What.PASSBACK);
    assertThat(back.get(3).card()).isEqualTo(back.get(0).card());
    assertThat(tail)
        .extracting(GateEvent::what)
        .containsExactly(What.GRANTED, What.DOOR_OPEN, What.TAILGATE, What.DOOR_CLOSED);
  }

  @Test
  void a_visitor_who_stays_too_long_leaves_by_the_same_card() {
    List<GateEvent> events = struck(GateMishap.VISITOR_OVERSTAY, 1, Duration.ofHours(1));

    assertThat(events.get(0).card()).startsWith("99").isEqualTo(events.get(3).card());
    assertThat(events.get(3).direction()).isEqualTo("out");
    assertThat(between(events.get(0), events.get(3)).toMinutes()).isBetween(59L, 60L);
  }

  @Test
  void a_mishap_amid_the_days_comings_leaves_the_doors_state_true() {
    for (int seed = 0; seed < 12; seed++) {
      Playing<AccessGate> playing =
          playing(seed).stepping(Duration.ofSeconds(5)).pass(Duration.ofMinutes(20 + 7L * seed));
      playing.with(GateMishap.FORCED_OPEN, 1, Duration.ofMinutes(2)).pass(Duration.ofHours(2));
      boolean open = false;
      for (GateEvent event : events(playing)) {
        if (event.what() == What.DOOR_OPEN || event.what() == What.DOOR_CLOSED) {
          assertThat(event.what() == What.DOOR_OPEN).isNotEqualTo(open);
          open = !open;
        }
      }
      assertThat(open).isFalse();
    }
  }

  /** 23:00 in Shanghai, when nobody comes. */
  private static final Instant NIGHT = Instant.parse("2026-11-23T15:00:00Z");

  /** What is said from the mishap on, which begins at night. */
  private static List<GateEvent> struck(MishapKind kind, double severity, Duration lasting) {
    Playing<AccessGate> playing =
        playing(1).stepping(Duration.ofSeconds(10)).pass(Duration.between(Playing.START, NIGHT));
    int before = playing.sayings().size();
    playing.with(kind, severity, lasting).pass(lasting.plusMinutes(5));
    List<GateEvent> all = events(playing);
    return all.subList(before, all.size());
  }

  private static Playing<AccessGate> playing(long seed) {
    return playing(seed, Optional.empty());
  }

  private static Playing<AccessGate> playing(long seed, Optional<RoomPlan> room) {
    GateBuild build =
        new GateBuild(DeviceId.of("gate-1"), Roster.of(SITE, 1), Duration.ofSeconds(60), room);
    return new Playing<>(AccessGate.closed(build), seed).in(SITE.zone());
  }

  private static List<GateEvent> events(Playing<AccessGate> playing) {
    return playing.sayings().stream().map(s -> ((Saying.Event) s).event()).toList();
  }

  private static Duration between(GateEvent first, GateEvent second) {
    return Duration.between(first.time(), second.time());
  }
}
