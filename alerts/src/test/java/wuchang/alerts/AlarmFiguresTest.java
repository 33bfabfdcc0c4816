package wuchang.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.alert.AlarmFigures;
import wuchang.domain.alert.AlertCommand;
import wuchang.domain.alert.AlertCommand.Reply;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Evidence;
import wuchang.domain.finding.Finding;

/** What a day in the scenarios' canteen comes to. */
class AlarmFiguresTest {
  private static final Instant DAY = Instant.parse("2026-11-23T00:00:00Z");
  private final Play play = new Play(Town.site("shanghai"), DAY);

  @Test
  void an_alert_that_nobody_takes_on_burdens_each_level_in_turn() {
    breaks("fridge-9", "FRG-01", 10);
    play.until(DAY.plus(Duration.ofMinutes(50)));

    AlarmFigures figures = measure(24);

    assertThat(figures.opened()).containsExactlyEntriesOf(java.util.Map.of(Severity.MAJOR, 1));
    assertThat(figures.people().get(PersonId.of("day")).pages()).isEqualTo(1);
    assertThat(figures.people().get(PersonId.of("director")).pages()).isEqualTo(1);
    assertThat(figures.people().get(PersonId.of("head")).pages()).isEqualTo(1);
    assertThat(figures.standing()).isEqualTo(1);
    assertThat(figures.stale()).isZero();
    assertThat(figures.perDay()).isEqualTo(1);
  }

  @Test
  void what_goes_up_a_level_together_is_one_page() {
    breaks("fridge-9", "FRG-01", 10);
    breaks("fridge-8", "FRG-01", 10);
    play.until(DAY.plus(Duration.ofMinutes(30)));

    AlarmFigures figures = measure(24);

    assertThat(figures.people().get(PersonId.of("day")).pages()).isEqualTo(2);
    assertThat(figures.people().get(PersonId.of("director")).pages()).isEqualTo(1);
  }

  @Test
  void what_is_hidden_behind_its_cause_burdens_nobody() {
    breaks("gw-1", "SYS-01", 10);
    breaks("fridge-1", "SEN-01", 11);
    breaks("fridge-2", "SEN-01", 12);

    AlarmFigures figures = measure(24);

    assertThat(figures.hidden()).isEqualTo(2);
    assertThat(figures.opened().get(Severity.CRITICAL)).isEqualTo(1);
    assertThat(figures.most()).hasSize(1);
  }

  @Test
  void what_breaks_three_times_within_an_hour_chatters() {
    for (int minute : new int[] {10, 20, 30}) {
      Episode open = breaks("gate-1", "GAT-03", minute);
      play.until(DAY.plus(Duration.ofMinutes(minute + 2L)));
      play.find(new Finding.Recovered(open.ended(play.now)));
    }

    AlarmFigures figures = measure(24);

    assertThat(figures.chattering()).hasSize(1);
    assertThat(figures.chattering().get(0).times()).isEqualTo(3);
    assertThat(figures.chattering().get(0).share()).isEqualTo(1.0);
  }

  @Test
  void more_than_ten_in_ten_minutes_are_a_flood_and_ten_are_none() {
    for (int i = 1; i <= 6; i++) {
      breaks("fridge-" + i, "FRG-01", 10);
    }
    for (int i = 1; i <= 4; i++) {
      breaks("fridge-" + i, "DOOR-01", 11);
    }
    assertThat(measure(24).floods()).isZero();

    breaks("fridge-5", "DOOR-01", 12);

    assertThat(measure(24).floods()).isEqualTo(1);
  }

  @Test
  void an_alert_that_stands_for_more_than_a_day_is_stale() {
    play.tick = Duration.ofHours(1);
    breaks("fridge-9", "DOOR-01", 10);
    play.until(DAY.plus(Duration.ofHours(25)));

    assertThat(measure(25).stale()).isEqualTo(1);
    assertThat(measure(24).stale()).isZero();
  }

  private AlarmFigures measure(int hours) {
    Reply reply = play.ask(new AlertCommand.Measure(DAY, DAY.plus(Duration.ofHours(hours))));
    return ((Reply.Measured) reply).figures();
  }

  private Episode breaks(String device, String rule, int minute) {
    Instant at = DAY.plus(Duration.ofMinutes(minute));
    play.until(at);
    Severity severity = Town.card(RuleId.of(rule)).severity();
    Episode episode =
        new Episode(
            RuleId.of(rule),
            DeviceId.of(device),
            severity,
            at.minusSeconds(60),
            at,
            Optional.empty(),
            Evidence.NONE,
            java.util.List.of(new Episode.Step(severity, at)),
            Duration.ZERO,
            true);
    play.find(new Finding.Breached(episode));
    return episode;
  }
}
