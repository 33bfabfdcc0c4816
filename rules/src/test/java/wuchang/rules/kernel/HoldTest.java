package wuchang.rules.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import wuchang.rules.kernel.Phase.Firing;

class HoldTest {
  private final Hold hold = new Hold(100, 50);

  @Test
  void fires_when_it_has_lasted_exactly_as_long_as_tolerated() {
    Phase phase = hold.hear(Phase.CALM, Verdict.WRONG, 1000, 1000);

    assertThat(hold.elapse(phase, 1099)).isNotInstanceOf(Firing.class);
    assertThat(hold.elapse(phase, 1100)).isEqualTo(Firing.raised(1000, 1100));
  }

  @Test
  void fires_at_its_own_instant_however_late_it_is_looked_at() {
    Phase phase = hold.hear(Phase.CALM, Verdict.WRONG, 1000, 1000);

    assertThat(hold.elapse(phase, 9999)).isEqualTo(Firing.raised(1000, 1100));
  }

  @Test
  void a_right_or_doubtful_sample_ends_what_was_only_pending() {
    Phase phase = hold.hear(Phase.CALM, Verdict.WRONG, 1000, 1000);

    assertThat(hold.hear(phase, Verdict.BETWEEN, 0, 1050)).isEqualTo(Phase.CALM);
    assertThat(hold.hear(phase, Verdict.RIGHT, 0, 1050)).isEqualTo(Phase.CALM);
  }

  @Test
  void unknown_time_counts_neither_way() {
    Phase phase = hold.hear(Phase.CALM, Verdict.WRONG, 1000, 1000);
    phase = hold.hear(phase, Verdict.UNKNOWN, 0, 1060);
    assertThat(hold.due(phase)).isEqualTo(Kind.NEVER);

    phase = hold.hear(phase, Verdict.WRONG, 5000, 5000);

    assertThat(hold.due(phase)).isEqualTo(5040);
    assertThat(hold.elapse(phase, 5040)).isEqualTo(Firing.raised(1000, 5040));
  }

  @Test
  void ends_when_right_has_lasted_as_long_as_settling_takes() {
    Phase firing = Firing.raised(1000, 1100);
    Phase settling = hold.hear(firing, Verdict.RIGHT, 0, 2000);

    assertThat(hold.elapse(settling, 2049)).isInstanceOf(Firing.class);
    assertThat(hold.elapse(settling, 2050)).isEqualTo(Phase.CALM);
  }

  @Test
  void wrong_or_doubtful_again_starts_settling_anew() {
    Phase settling = hold.hear(Firing.raised(1000, 1100), Verdict.RIGHT, 0, 2000);

    assertThat(hold.hear(settling, Verdict.WRONG, 0, 2049)).isEqualTo(Firing.raised(1000, 1100));
    assertThat(hold.hear(settling, Verdict.BETWEEN, 0, 2049)).isEqualTo(Firing.raised(1000, 1100));
  }

  @Test
  void settling_stands_still_without_data_and_goes_on_after_it() {
    Phase phase = hold.hear(Firing.raised(1000, 1100), Verdict.RIGHT, 0, 2000);
    phase = hold.hear(phase, Verdict.UNKNOWN, 0, 2030);
    phase = hold.hear(phase, Verdict.RIGHT, 0, 3000);

    assertThat(hold.due(phase)).isEqualTo(3020);
  }

  @Test
  void certainty_waits_for_nothing() {
    assertThat(hold.hear(Phase.CALM, Verdict.CERTAIN, 900, 1000))
        .isEqualTo(Firing.raised(900, 1000));
  }

  @Test
  void silence_begins_anew_with_every_sign_of_life() {
    Hold silent = new Hold(100, 0);
    Phase phase = silent.hear(Phase.CALM, Verdict.RENEWED, 1000, 1000);
    phase = silent.hear(phase, Verdict.RENEWED, 1080, 1080);

    assertThat(silent.elapse(phase, 1179)).isNotInstanceOf(Firing.class);
    assertThat(silent.elapse(phase, 1180)).isEqualTo(Firing.raised(1080, 1180));
  }

  @Test
  void no_tolerance_fires_at_once() {
    assertThat(new Hold(0, 0).hear(Phase.CALM, Verdict.WRONG, 7, 7)).isEqualTo(Firing.raised(7, 7));
  }
}
