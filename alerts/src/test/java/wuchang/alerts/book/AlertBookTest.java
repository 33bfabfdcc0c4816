package wuchang.alerts.book;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.alerts.Canteen.FRG;
import static wuchang.alerts.Canteen.FRIDGE;
import static wuchang.alerts.Canteen.LI;
import static wuchang.alerts.Canteen.ZHANG;
import static wuchang.alerts.Canteen.time;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wuchang.alerts.Canteen;
import wuchang.alerts.Episodes;
import wuchang.alerts.book.Decision.Changed;
import wuchang.alerts.book.Decision.Refused;
import wuchang.alerts.book.Decision.Unchanged;
import wuchang.alerts.book.Decision.Why;
import wuchang.domain.AlertId;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertCommand.Acknowledge;
import wuchang.domain.alert.AlertCommand.Act;
import wuchang.domain.alert.AlertCommand.Close;
import wuchang.domain.alert.AlertCommand.Comment;
import wuchang.domain.alert.AlertCommand.FalseAlarm;
import wuchang.domain.alert.AlertCommand.Filter;
import wuchang.domain.alert.AlertCommand.Refusal;
import wuchang.domain.alert.AlertState;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.AlertStep.Kind;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Finding;
import wuchang.domain.finding.Finding.Breached;
import wuchang.domain.finding.Finding.Confirmed;
import wuchang.domain.finding.Finding.Recovered;
import wuchang.domain.finding.Finding.Revised;
import wuchang.domain.finding.Finding.Worsened;
import wuchang.domain.site.Site;

class AlertBookTest {
  private static final Site SITE = Canteen.site();
  private static final Episode WARM = Canteen.episode(FRG, FRIDGE, time("09:30"));
  private static final Episode OVER = Episodes.until(WARM, time("11:00"));
  private static final Episode CRITICAL = Episodes.severity(WARM, Severity.CRITICAL);
  private static final Episode HISTORY = Episodes.live(WARM, false);

  private final AlertBook book = new AlertBook(Canteen::card, () -> SITE);
  private Instant now = time("10:00");

  @Test
  void a_breach_opens_an_alert_with_all_that_is_known() {
    Alert alert = changed(new Breached(WARM), Kind.OPENED);

    assertThat(alert.state()).isEqualTo(AlertState.OPEN);
    assertThat(alert.area().value()).isEqualTo("cold-room");
    assertThat(alert.since()).isEqualTo(time("09:30"));
    assertThat(alert.openedAt()).isEqualTo(time("10:00"));
    assertThat(alert.evidence()).isEqualTo(WARM.evidence());
    assertThat(alert.level()).isEqualTo(1);
    assertThat(alert.live()).isTrue();
  }

  @Test
  void the_id_names_rule_device_and_start_and_nothing_else() {
    Alert alert = changed(new Breached(WARM), Kind.OPENED);
    AlertBook other = new AlertBook(Canteen::card, () -> SITE);
    Draft draft = other.draft(time("23:00"));
    draft.on(new Breached(CRITICAL));

    assertThat(draft.steps().get(0).alert().id()).isEqualTo(alert.id());
    assertThat(alert.id().value()).matches("[0-9a-v]{16}");
  }

  @Test
  void deciding_changes_nothing_until_it_is_applied() {
    Draft draft = book.draft(now);
    draft.on(new Breached(WARM));

    assertThat(book.find(Filter.ALL)).isEmpty();
    draft.steps().forEach(book::apply);
    assertThat(book.find(Filter.ALL)).hasSize(1);
  }

  @Test
  void later_findings_of_one_message_see_the_earlier_ones() {
    Draft draft = book.draft(now);
    draft.on(new Breached(WARM));

    assertThat(draft.on(new Breached(WARM))).isEqualTo(new Unchanged(Why.ALREADY_OPEN));
    assertThat(draft.on(new Recovered(OVER))).isInstanceOf(Changed.class);
    assertThat(draft.steps())
        .extracting(AlertStep::kind)
        .containsExactly(Kind.OPENED, Kind.RESOLVED);
  }

  @Test
  void news_of_what_is_known_changes_nothing_and_says_why() {
    changed(new Breached(WARM), Kind.OPENED);
    unchanged(new Breached(WARM), Why.ALREADY_OPEN);
    unchanged(new Worsened(WARM), Why.NOT_WORSE);
    unchanged(new Confirmed(WARM), Why.ALREADY_LIVE);
    unchanged(new Revised(WARM, Optional.of(WARM)), Why.NOTHING_NEW);
    changed(new Recovered(OVER), Kind.RESOLVED);
    unchanged(new Recovered(OVER), Why.ALREADY_OVER);
    unchanged(new Breached(WARM), Why.ALREADY_OVER);
    unchanged(new Worsened(CRITICAL), Why.ALREADY_OVER);
    unchanged(new Confirmed(WARM), Why.ALREADY_OVER);
    done(new Close(only().id(), ZHANG, "equipment", "换门封", Optional.empty()), Kind.CLOSED);
    unchanged(new Breached(WARM), Why.ALREADY_CLOSED);
  }

  @Test
  void news_of_what_is_not_known_opens_it_only_while_it_is_open() {
    unchanged(new Recovered(OVER), Why.UNKNOWN_EPISODE);
    unchanged(new Revised(WARM, Optional.empty()), Why.UNKNOWN_EPISODE);
    unchanged(new Revised(WARM, Optional.of(OVER)), Why.UNKNOWN_EPISODE);
    changed(new Worsened(CRITICAL), Kind.OPENED);
    Episode later = Episodes.since(WARM, time("09:40"));
    changed(new Revised(later, Optional.of(later)), Kind.OPENED);
  }

  @Test
  void what_the_configuration_no_longer_has_opens_nothing() {
    unchanged(
        new Breached(Canteen.episode(FRG, DeviceId.of("sold"), time("09:30"))), Why.UNKNOWN_DEVICE);
    unchanged(
        new Breached(Canteen.episode(RuleId.of("OLD-01"), FRIDGE, time("09:30"))),
        Why.UNKNOWN_RULE);
  }

  @Test
  void a_higher_severity_worsens_it() {
    changed(new Breached(WARM), Kind.OPENED);

    assertThat(changed(new Worsened(CRITICAL), Kind.WORSENED).severity())
        .isEqualTo(Severity.CRITICAL);
  }

  @Test
  void history_becomes_live_once() {
    assertThat(changed(new Breached(HISTORY), Kind.OPENED).live()).isFalse();
    assertThat(changed(new Confirmed(WARM), Kind.CONFIRMED).live()).isTrue();
    unchanged(new Breached(HISTORY), Why.ALREADY_OPEN);
    assertThat(only().live()).isTrue();
  }

  @Test
  void a_live_breach_of_what_history_showed_makes_it_live() {
    changed(new Breached(HISTORY), Kind.OPENED);

    changed(new Breached(WARM), Kind.CONFIRMED);
  }

  @Test
  void recovery_keeps_when_it_was_right_again() {
    changed(new Breached(WARM), Kind.OPENED);
    Alert alert = changed(new Recovered(OVER), Kind.RESOLVED);

    assertThat(alert.state()).isEqualTo(AlertState.RESOLVED);
    assertThat(alert.resolvedAt()).contains(time("11:00"));
  }

  @Test
  void late_data_that_moves_the_start_keeps_the_id_and_the_new_name_finds_it() {
    AlertId id = changed(new Breached(WARM), Kind.OPENED).id();
    Episode earlier = Episodes.since(WARM, time("09:00"));

    assertThat(changed(new Revised(WARM, Optional.of(earlier)), Kind.REVISED).id()).isEqualTo(id);
    unchanged(new Revised(WARM, Optional.of(earlier)), Why.NOTHING_NEW);
    unchanged(new Breached(earlier), Why.ALREADY_OPEN);
    changed(new Recovered(Episodes.until(earlier, time("11:00"))), Kind.RESOLVED);
    assertThat(only().since()).isEqualTo(time("09:00"));
  }

  @Test
  void an_episode_at_the_place_another_has_left_is_an_alert_of_its_own() {
    AlertId moved = changed(new Breached(WARM), Kind.OPENED).id();
    changed(new Revised(WARM, Optional.of(Episodes.since(WARM, time("09:50")))), Kind.REVISED);

    assertThat(changed(new Breached(WARM), Kind.OPENED).id()).isNotEqualTo(moved);
  }

  @Test
  void of_two_that_late_data_moved_to_one_start_the_one_that_ends_alike_is_withdrawn() {
    Episode past = Episodes.until(Episodes.since(WARM, time("08:00")), time("09:00"));
    AlertId early = changed(new Breached(past), Kind.OPENED).id();
    AlertId late = changed(new Breached(WARM), Kind.OPENED).id();
    Episode whole = Episodes.since(WARM, time("08:00"));

    assertThat(changed(new Revised(WARM, Optional.of(whole)), Kind.REVISED).id()).isEqualTo(late);
    assertThat(changed(new Revised(past, Optional.empty()), Kind.WITHDRAWN).id()).isEqualTo(early);
    assertThat(book.standing()).extracting(Alert::id).containsExactly(late);
  }

  @Test
  void late_data_may_end_worsen_withdraw_and_bring_back() {
    changed(new Breached(WARM), Kind.OPENED);
    changed(new Revised(WARM, Optional.of(CRITICAL)), Kind.WORSENED);
    Episode over = Episodes.until(CRITICAL, time("10:30"));
    changed(new Revised(CRITICAL, Optional.of(over)), Kind.RESOLVED);
    changed(new Revised(over, Optional.of(OVER)), Kind.REVISED);
    changed(new Revised(OVER, Optional.of(WARM)), Kind.REOPENED);
    assertThat(changed(new Revised(WARM, Optional.empty()), Kind.WITHDRAWN).state())
        .isEqualTo(AlertState.WITHDRAWN);
    assertThat(changed(new Breached(WARM), Kind.REOPENED).state()).isEqualTo(AlertState.OPEN);
    changed(new Revised(WARM, Optional.empty()), Kind.WITHDRAWN);
    assertThat(changed(new Revised(WARM, Optional.of(OVER)), Kind.REVISED).state())
        .isEqualTo(AlertState.RESOLVED);
  }

  @Test
  void what_is_reopened_still_belongs_to_its_owner() {
    Alert alert = changed(new Breached(WARM), Kind.OPENED);
    done(new Acknowledge(alert.id(), ZHANG, Duration.ZERO, ""), Kind.ACKNOWLEDGED);
    changed(new Recovered(OVER), Kind.RESOLVED);
    done(new Close(alert.id(), LI, "equipment", "换门封", Optional.empty()), Kind.CLOSED);

    Alert back = changed(new Revised(OVER, Optional.of(WARM)), Kind.REOPENED);

    assertThat(back.state()).isEqualTo(AlertState.ACKNOWLEDGED);
    assertThat(back.owner()).contains(ZHANG);
    assertThat(back.closedAt()).isEmpty();
    assertThat(back.cause()).isEmpty();
  }

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

  @Test
  void alerts_are_found_newest_first_and_by_what_they_are() {
    changed(new Breached(WARM), Kind.OPENED);
    now = time("10:10");
    changed(
        new Breached(Canteen.episode(Canteen.DOOR, Canteen.OTHER_FRIDGE, time("09:45"))),
        Kind.OPENED);

    assertThat(book.find(Filter.ALL))
        .extracting(a -> a.rule().value())
        .containsExactly("DOOR-01", "FRG-01");
    assertThat(book.find(raised("10:00", "10:15"))).hasSize(1);
    assertThat(book.find(raised("10:00", "10:16"))).hasSize(2);
    assertThat(book.find(raised("10:01", "10:16"))).hasSize(1);
    Filter majors =
        new Filter(
            java.util.Set.of(AlertState.OPEN),
            java.util.Set.of(Severity.MAJOR),
            Optional.of(only("FRG-01").area()),
            Optional.of(FRIDGE),
            Optional.of(FRG),
            Optional.empty(),
            Optional.empty());
    assertThat(book.find(majors)).hasSize(1);
  }

  @Test
  void what_is_closed_and_old_is_forgotten_and_nothing_else() {
    AlertId id = changed(new Breached(WARM), Kind.OPENED).id();
    assertThat(book.forget(time("10:01"))).isEmpty();
    done(new FalseAlarm(id, LI, "探头掉了"), Kind.FALSE_ALARM);

    assertThat(book.forget(time("10:00"))).isEmpty();
    assertThat(book.forget(time("10:01"))).containsExactly(id);
    assertThat(book.life(id)).isEmpty();
    changed(new Breached(WARM), Kind.OPENED);
  }

  private static Filter raised(String from, String to) {
    return new Filter(
        java.util.Set.of(),
        java.util.Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(time(from)),
        Optional.of(time(to)));
  }

  private Alert changed(Finding finding, Kind kind) {
    return applied(book.draft(now).on(finding), kind);
  }

  private Alert done(Act act, Kind kind) {
    return applied(book.draft(now).on(act), kind);
  }

  private Alert applied(Decision decision, Kind kind) {
    assertThat(decision).isInstanceOf(Changed.class);
    AlertStep step = ((Changed) decision).step();
    assertThat(step.kind()).isEqualTo(kind);
    assertThat(step.at()).isEqualTo(now);
    book.apply(step);
    return step.alert();
  }

  private void unchanged(Finding finding, Why why) {
    assertThat(book.draft(now).on(finding)).isEqualTo(new Unchanged(why));
  }

  private void refused(Act act, Refusal refusal) {
    Decision decision = book.draft(now).on(act);
    assertThat(decision).isInstanceOf(Refused.class);
    assertThat(((Refused) decision).refusal()).isEqualTo(refusal);
    assertThat(((Refused) decision).words()).isNotBlank();
  }

  private Alert only() {
    List<Alert> all = book.find(Filter.ALL);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private Alert only(String rule) {
    return book.find(Filter.ALL).stream()
        .filter(alert -> alert.rule().value().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private AlertStep lastStep() {
    List<AlertStep> steps = book.life(only().id()).orElseThrow().steps();
    return steps.get(steps.size() - 1);
  }
}
