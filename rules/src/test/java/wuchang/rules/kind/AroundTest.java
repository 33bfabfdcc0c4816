package wuchang.rules.kind;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.rules.kernel.Kind;

/** Two detectors in a room, each believed for a while. */
class AroundTest {
  private static final DeviceId ONE = DeviceId.of("one");
  private static final DeviceId TWO = DeviceId.of("two");

  @Test
  void it_is_so_since_the_first_of_those_that_still_say_so() {
    Around around = Around.NOTHING.after(ONE, true, 10, 100).after(TWO, true, 50, 100);
    assertThat(around.since(60)).isEqualTo(10);
    assertThat(around.changes(60)).isEqualTo(110);

    assertThat(around.since(109)).isEqualTo(10);
    assertThat(around.since(110)).as("the first is no longer believed").isEqualTo(50);
    assertThat(around.changes(110)).isEqualTo(150);
    assertThat(around.isSo(149)).isTrue();
    assertThat(around.isSo(150)).isFalse();
    assertThat(around.changes(150)).isEqualTo(Kind.NEVER);
  }

  @Test
  void one_that_says_no_says_nothing_and_the_other_stands() {
    Around around = Around.NOTHING.after(ONE, true, 10, 100).after(TWO, true, 50, 100);

    assertThat(around.after(ONE, false, 60, 100).since(60)).isEqualTo(50);
    assertThat(around.after(ONE, false, 60, 100).after(TWO, false, 60, 100).isSo(60)).isFalse();
  }

  @Test
  void saying_it_again_in_time_is_the_same_and_later_it_is_anew() {
    Around around = Around.NOTHING.after(ONE, true, 10, 100);

    assertThat(around.after(ONE, true, 109, 100).since(109)).isEqualTo(10);
    assertThat(around.after(ONE, true, 110, 100).since(110)).isEqualTo(110);
  }

  @Test
  void one_that_speaks_on_events_only_is_believed_for_ever() {
    Around around = Around.NOTHING.after(ONE, true, 10, Kind.NEVER);

    assertThat(around.isSo(Kind.NEVER - 1)).isTrue();
    assertThat(around.changes(10)).isEqualTo(Kind.NEVER);
    assertThat(Around.NOTHING.after(ONE, true, 10, Kind.NEVER - 11).changes(10))
        .as("just not for ever")
        .isEqualTo(Kind.NEVER - 1);
  }

  @Test
  void those_that_are_no_longer_believed_are_dropped() {
    Around around = Around.NOTHING.after(ONE, true, 10, 100).after(TWO, true, 50, 100);

    assertThat(around.at(109)).isSameAs(around);
    assertThat(around.at(110).said()).containsOnlyKeys(TWO);
    assertThat(around.after(TWO, true, 110, 100).said()).containsOnlyKeys(TWO);
    assertThat(around.at(150).said()).isEmpty();
  }
}
