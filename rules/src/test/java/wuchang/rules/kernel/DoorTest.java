package wuchang.rules.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Loading is excused for 20 minutes once a door has stood open for longer than a minute. */
class DoorTest {
  private static final long MINUTE = 60_000;
  private static final long LOADED = MINUTE + 1;

  @Test
  void a_minute_of_open_door_is_no_loading_and_longer_is() {
    Door open = Door.UNKNOWN.after(0, true);

    assertThat(open.isGrace(MINUTE)).isFalse();
    assertThat(open.isGrace(LOADED)).isTrue();
    assertThat(open.after(MINUTE, false).isGrace(2 * MINUTE)).isFalse();
    assertThat(open.after(LOADED, false).isGrace(2 * MINUTE)).isTrue();
  }

  @Test
  void grace_lasts_twenty_minutes_from_when_it_was_earned_whether_open_or_shut() {
    Door open = Door.UNKNOWN.after(0, true);
    Door shut = open.after(5 * MINUTE, false);

    for (Door door : new Door[] {open, shut}) {
      assertThat(door.isGrace(LOADED + 20 * MINUTE - 1)).isTrue();
      assertThat(door.isGrace(LOADED + 20 * MINUTE)).isFalse();
    }
  }

  @Test
  void hearing_again_that_it_is_open_opens_it_no_second_time() {
    Door open = Door.UNKNOWN.after(0, true).after(30_000, true);

    assertThat(open.since()).isZero();
    assertThat(open.isGrace(LOADED)).isTrue();
  }

  @Test
  void grace_is_given_once_in_two_hours() {
    Door loaded = Door.UNKNOWN.after(0, true).after(5 * MINUTE, false);
    Door early = loaded.after(120 * MINUTE - 1, true);
    Door again = loaded.after(120 * MINUTE, true);

    assertThat(early.isGrace(125 * MINUTE)).isFalse();
    assertThat(again.isGrace(LOADED + 120 * MINUTE - 1)).isFalse();
    assertThat(again.isGrace(LOADED + 120 * MINUTE)).isTrue();
  }

  @Test
  void the_next_change_is_when_grace_begins_then_when_it_ends() {
    Door open = Door.UNKNOWN.after(0, true);

    assertThat(Door.UNKNOWN.changes(0)).isEqualTo(Kind.NEVER);
    assertThat(open.changes(0)).isEqualTo(LOADED);
    assertThat(open.changes(LOADED)).isEqualTo(LOADED + 20 * MINUTE);
    assertThat(open.changes(LOADED + 20 * MINUTE)).isEqualTo(Kind.NEVER);
    assertThat(open.after(MINUTE, false).changes(MINUTE)).isEqualTo(Kind.NEVER);
  }

  @Test
  void it_was_open_since_an_instant_if_it_is_open_or_closed_no_earlier() {
    Door shut = Door.UNKNOWN.after(1_000, true).after(2_000, false);

    assertThat(Door.UNKNOWN.wasOpenSince(Phase.FROZEN)).isFalse();
    assertThat(Door.UNKNOWN.after(1_000, true).wasOpenSince(9_000)).isTrue();
    assertThat(shut.wasOpenSince(2_000)).isTrue();
    assertThat(shut.wasOpenSince(2_001)).isFalse();
    assertThat(shut.after(5_000, false).wasOpenSince(2_001)).as("told twice").isFalse();
  }
}
