package wuchang.alerts.book;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.alerts.Canteen.FRG;
import static wuchang.alerts.Canteen.FRIDGE;
import static wuchang.alerts.Canteen.LI;
import static wuchang.alerts.Canteen.ZHANG;
import static wuchang.alerts.Canteen.time;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wuchang.alerts.Canteen;
import wuchang.alerts.Episodes;
import wuchang.alerts.book.Decision.Changed;
import wuchang.alerts.book.Decision.Unchanged;
import wuchang.alerts.book.Decision.Why;
import wuchang.domain.AlertId;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertCommand.Acknowledge;
import wuchang.domain.alert.AlertCommand.Close;
import wuchang.domain.alert.AlertCommand.FalseAlarm;
import wuchang.domain.alert.AlertCommand.Filter;
import wuchang.domain.alert.AlertState;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.AlertStep.Kind;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Finding.Breached;
import wuchang.domain.finding.Finding.Confirmed;
import wuchang.domain.finding.Finding.Recovered;
import wuchang.domain.finding.Finding.Revised;
import wuchang.domain.finding.Finding.Worsened;

class AlertBookTest extends BookCase {
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
}
