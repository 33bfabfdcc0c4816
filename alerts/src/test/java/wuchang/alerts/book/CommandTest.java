package wuchang.alerts.book;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.alerts.Canteen.LI;
import static wuchang.alerts.Canteen.ZHANG;
import static wuchang.alerts.Canteen.time;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wuchang.alerts.book.Decision.Why;
import wuchang.domain.AlertId;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertCommand.Acknowledge;
import wuchang.domain.alert.AlertCommand.Close;
import wuchang.domain.alert.AlertCommand.Comment;
import wuchang.domain.alert.AlertCommand.FalseAlarm;
import wuchang.domain.alert.AlertCommand.Refusal;
import wuchang.domain.alert.AlertState;
import wuchang.domain.alert.AlertStep.Kind;
import wuchang.domain.finding.Finding.Breached;
import wuchang.domain.finding.Finding.Recovered;
import wuchang.domain.finding.Finding.Worsened;

class CommandTest extends BookCase {
  @Test
  void the_first_to_acknowledge_owns_it_and_the_second_is_refused() {
    AlertId id = changed(new Breached(WARM), Kind.OPENED).id();
    Alert owned = done(new Acknowledge(id, ZHANG, Duration.ofMinutes(30), "我来"), Kind.ACKNOWLEDGED);

    assertThat(owned.owner()).contains(ZHANG);
    assertThat(owned.promisedAt()).contains(time("10:30"));
    refused(new Acknowledge(id, LI, Duration.ZERO, ""), Refusal.ALREADY_ACKNOWLEDGED);
    refused(new Acknowledge(id, ZHANG, Duration.ZERO, ""), Refusal.ALREADY_ACKNOWLEDGED);
    assertThat(only().owner()).contains(ZHANG);
  }

  @Test
  void what_has_recovered_by_itself_can_still_be_taken_on() {
    AlertId id = changed(new Breached(WARM), Kind.OPENED).id();
    changed(new Recovered(OVER), Kind.RESOLVED);
    Alert owned = done(new Acknowledge(id, ZHANG, Duration.ZERO, ""), Kind.ACKNOWLEDGED);

    assertThat(owned.state()).isEqualTo(AlertState.RESOLVED);
    assertThat(owned.owner()).contains(ZHANG);
    assertThat(owned.promisedAt()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-1, INVALID", "43201, INVALID"})
  void a_promise_is_within_a_month(long minutes, Refusal refusal) {
    AlertId id = changed(new Breached(WARM), Kind.OPENED).id();

    refused(new Acknowledge(id, ZHANG, Duration.ofMinutes(minutes), ""), refusal);
    done(new Acknowledge(id, ZHANG, Duration.ofDays(30), ""), Kind.ACKNOWLEDGED);
  }

  @Test
  void closing_waits_for_the_sensor_unless_a_reason_is_given() {
    AlertId id = changed(new Breached(WARM), Kind.OPENED).id();

    refused(new Close(id, LI, "equipment", "修好了", Optional.empty()), Refusal.STILL_IN_BREACH);
    refused(new Close(id, LI, "equipment", "修好了", Optional.of(" ")), Refusal.STILL_IN_BREACH);
    Alert closed = done(new Close(id, LI, "equipment", "修好了", Optional.of("探头已拆")), Kind.CLOSED);

    assertThat(closed.state()).isEqualTo(AlertState.CLOSED);
    assertThat(closed.cause()).contains("equipment");
    assertThat(closed.closedAt()).contains(now);
    assertThat(lastStep().why()).contains("修好了").contains("探头已拆");
    assertThat(lastStep().by()).isEqualTo("p2");
  }

  @Test
  void one_closed_in_breach_learns_when_it_ended() {
    AlertId id = changed(new Breached(WARM), Kind.OPENED).id();
    done(new Close(id, LI, "equipment", "修好了", Optional.of("探头已拆")), Kind.CLOSED);

    Alert alert = changed(new Recovered(OVER), Kind.RESOLVED);

    assertThat(alert.state()).isEqualTo(AlertState.CLOSED);
    assertThat(alert.resolvedAt()).contains(time("11:00"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"equipment", "procedure", "behaviour", "environment", "false_alarm"})
  void closing_names_one_of_five_causes(String cause) {
    AlertId id = changed(new Breached(WARM), Kind.OPENED).id();
    changed(new Recovered(OVER), Kind.RESOLVED);

    refused(new Close(id, LI, "weather", "修好了", Optional.empty()), Refusal.INVALID);
    refused(new Close(id, LI, cause, " ", Optional.empty()), Refusal.INVALID);
    assertThat(done(new Close(id, LI, cause, "修好了", Optional.empty()), Kind.CLOSED).cause())
        .contains(cause);
  }

  @Test
  void a_false_alarm_needs_a_note_and_ends_it() {
    AlertId id = changed(new Breached(WARM), Kind.OPENED).id();

    refused(new FalseAlarm(id, LI, ""), Refusal.INVALID);
    Alert alert = done(new FalseAlarm(id, LI, "探头掉了"), Kind.FALSE_ALARM);
    assertThat(alert.state()).isEqualTo(AlertState.FALSE_ALARM);
    assertThat(alert.cause()).contains("false_alarm");
    unchanged(new Breached(WARM), Why.ALREADY_CLOSED);
    unchanged(new Worsened(CRITICAL), Why.ALREADY_CLOSED);
    refused(new Acknowledge(id, LI, Duration.ZERO, ""), Refusal.NOT_STANDING);
    refused(new FalseAlarm(id, LI, "again"), Refusal.NOT_STANDING);
    refused(new Close(id, LI, "equipment", "x", Optional.empty()), Refusal.NOT_STANDING);
  }

  @Test
  void a_comment_changes_nothing_but_the_history_at_any_time() {
    AlertId id = changed(new Breached(WARM), Kind.OPENED).id();
    done(new FalseAlarm(id, LI, "探头掉了"), Kind.FALSE_ALARM);
    Alert before = only();

    refused(new Comment(id, LI, "\n"), Refusal.INVALID);
    assertThat(done(new Comment(id, LI, "已换探头"), Kind.COMMENTED)).isEqualTo(before);
    assertThat(lastStep().why()).isEqualTo("已换探头");
  }

  @Test
  void nobody_can_act_on_an_alert_that_is_not_there() {
    refused(new Comment(AlertId.of("nothing"), LI, "?"), Refusal.UNKNOWN_ALERT);
  }
}
