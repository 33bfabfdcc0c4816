package wuchang.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wuchang.domain.DeviceId;
import wuchang.domain.Text;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertState;
import wuchang.domain.cycle.Cycle;
import wuchang.domain.finding.EvidenceState;
import wuchang.reports.DailyRecord.AlertLine;
import wuchang.reports.DailyRecord.DeviceLine;
import wuchang.reports.DailyRecord.Verdict;

class DailyRecordTest {
  @Test
  void a_day_without_problems_on_which_all_was_heard_is_a_zero_risk_report() {
    DailyRecord made = Canteen.record(Canteen.ALL);

    assertThat(made.verdict()).isEqualTo(Verdict.ZERO_RISK);
    assertThat(made.devices())
        .extracting(DeviceLine::device)
        .containsExactly(Canteen.GATEWAY, Canteen.FRIDGE, Canteen.FREEZER);
    assertThat(made.devices()).extracting(DeviceLine::state).containsOnly(EvidenceState.COMPLIANT);
    assertThat(made.unheard()).isEmpty();
    assertThat(made.isWholeDay()).isTrue();
  }

  @Test
  void a_device_that_was_not_heard_is_named_and_nothing_is_claimed() {
    DailyRecord made = Canteen.record(Set.of(Canteen.GATEWAY, Canteen.FRIDGE));

    assertThat(made.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(made.unheard()).extracting(DeviceLine::device).containsExactly(Canteen.FREEZER);
    assertThat(made.unheard().get(0).state()).isEqualTo(EvidenceState.UNPROVEN);
  }

  @Test
  void a_day_with_a_disinfection_that_cannot_be_judged_is_not_called_quiet() {
    DailyRecord made =
        Canteen.record(
            Canteen.cycle("2026-11-23T09:00", Cycle.Verdict.EFFECTIVE, Cycle.Reason.NONE),
            Canteen.cycle("2026-11-23T10:00", Cycle.Verdict.UNPROVEN, Cycle.Reason.NO_DATA));

    assertThat(made.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(made.devices().get(2).state()).isEqualTo(EvidenceState.UNPROVEN);
  }

  @Test
  void a_disinfection_is_of_the_day_on_which_it_ended() {
    DailyRecord made =
        Canteen.record(
            Canteen.cycle("2026-11-24T00:00", Cycle.Verdict.EFFECTIVE, Cycle.Reason.NONE),
            Canteen.cycle("2026-11-23T00:00", Cycle.Verdict.EFFECTIVE, Cycle.Reason.NONE));

    assertThat(made.cycles())
        .extracting(line -> line.cycle().end())
        .containsExactly(Canteen.at("2026-11-23T00:00"));
    assertThat(made.verdict()).isEqualTo(Verdict.ZERO_RISK);
  }

  @Test
  void a_gateway_is_heard_through_what_stands_behind_it_but_not_the_other_way_round() {
    assertThat(Canteen.record(Set.of(Canteen.FRIDGE, Canteen.FREEZER)).unheard()).isEmpty();
    assertThat(Canteen.record(Set.of(Canteen.GATEWAY, Canteen.FREEZER)).unheard())
        .extracting(DeviceLine::device)
        .containsExactly(Canteen.FRIDGE);
  }

  @Test
  void a_breach_is_a_problem_also_on_a_device_that_fell_silent() {
    DailyRecord made =
        Canteen.record(Set.of(Canteen.FREEZER), Canteen.open("a", "2026-11-23T10:00"));

    assertThat(made.verdict()).isEqualTo(Verdict.PROBLEMS);
    assertThat(made.devices().get(1).state()).isEqualTo(EvidenceState.BREACH);
    assertThat(made.unheard())
        .extracting(DeviceLine::device)
        .containsExactly(Canteen.GATEWAY, Canteen.FRIDGE);
  }

  @Test
  void an_alert_says_what_since_when_until_when_by_whom_and_why() {
    Alert alert = Canteen.closed("a", "2026-11-23T10:00", "2026-11-23T11:30");

    AlertLine line = Canteen.record(Canteen.ALL, alert).alerts().get(0);

    assertThat(line.what()).isEqualTo(new Text("冷藏温度过高", "Fridge too warm"));
    assertThat(line.deviceName()).isEqualTo(new Text("1号冷柜", "Fridge 1"));
    assertThat(line.area()).isEqualTo(new Text("冷库", "Cold room"));
    assertThat(line.since()).isEqualTo(Canteen.at("2026-11-23T10:00"));
    assertThat(line.until()).contains(Canteen.at("2026-11-23T11:30"));
    assertThat(line.handledBy()).contains("张三");
    assertThat(line.handledAt()).contains(Canteen.at("2026-11-23T10:40"));
    assertThat(line.promisedAt()).contains(Canteen.at("2026-11-23T11:10"));
    assertThat(line.closedAt()).contains(Canteen.at("2026-11-23T11:30"));
    assertThat(line.cause()).contains("equipment");
  }

  @Test
  void alerts_stand_in_the_order_of_their_start_and_only_those_of_the_day() {
    DailyRecord made =
        Canteen.record(
            Canteen.ALL,
            Canteen.open("later", "2026-11-23T12:00"),
            Canteen.closed("over", "2026-11-22T10:00", "2026-11-23T00:00"),
            Canteen.open("tomorrow", "2026-11-24T00:00"),
            Canteen.closed("overnight", "2026-11-22T10:00", "2026-11-23T00:01"),
            Canteen.open("early", "2026-11-23T00:00"));

    assertThat(made.alerts())
        .extracting(line -> line.alert().value())
        .containsExactly("overnight", "early", "later");
  }

  @Test
  void an_alert_closed_while_still_wrong_ends_with_its_closing() {
    Alert closed = Canteen.closed("a", "2026-11-22T10:00", "2026-11-22T12:00");
    Alert overridden =
        new Alert(
            closed.id(),
            closed.rule(),
            closed.device(),
            closed.area(),
            closed.principle(),
            closed.severity(),
            closed.state(),
            closed.since(),
            closed.raisedAt(),
            closed.openedAt(),
            Optional.empty(),
            closed.acknowledgedAt(),
            closed.acknowledgedBy(),
            closed.promisedAt(),
            closed.owner(),
            closed.level(),
            closed.evidence(),
            closed.live(),
            closed.closedAt(),
            closed.cause(),
            closed.parent(),
            closed.children());

    assertThat(Canteen.record(Canteen.ALL, overridden).verdict()).isEqualTo(Verdict.ZERO_RISK);
  }

  @ParameterizedTest
  @EnumSource
  void only_false_alarms_and_what_never_was_are_no_problems(AlertState state) {
    Alert alert =
        Canteen.alert(
            "a", Canteen.FRIDGE, state, "2026-11-23T10:00", Optional.of("2026-11-23T11:00"));

    DailyRecord made = Canteen.record(Canteen.ALL, alert);

    boolean none = state == AlertState.FALSE_ALARM || state == AlertState.WITHDRAWN;
    assertThat(made.verdict()).isEqualTo(none ? Verdict.ZERO_RISK : Verdict.PROBLEMS);
    assertThat(made.alerts()).hasSize(state == AlertState.WITHDRAWN ? 0 : 1);
  }

  @Test
  void what_the_configuration_no_longer_knows_goes_by_its_id() {
    Alert alert =
        Canteen.alert(
            "a", DeviceId.of("gone"), AlertState.OPEN, "2026-11-23T10:00", Optional.empty());
    DailyRecord made =
        DailyRecord.of(
            Canteen.DAY,
            Canteen.EVENING,
            new DailyRecord.Sources(
                Canteen.site(), java.util.Map.of(), List.of(alert), Canteen.ALL, List.of()));

    AlertLine line = made.alerts().get(0);
    assertThat(line.deviceName()).isEqualTo(Text.same("gone"));
    assertThat(line.what()).isEqualTo(Text.same("FRG-01"));
    assertThat(made.verdict()).isEqualTo(Verdict.PROBLEMS);
  }

  @Test
  void a_record_made_during_the_day_covers_it_so_far() {
    Instant noon = Canteen.at("2026-11-23T12:00");

    DailyRecord made = DailyRecord.of(Canteen.DAY, noon, sources());

    assertThat(made.until()).isEqualTo(noon);
    assertThat(made.isWholeDay()).isFalse();
    assertThat(made.verdict()).isEqualTo(Verdict.ZERO_RISK);
  }

  @Test
  void a_day_that_has_not_begun_proves_nothing() {
    DailyRecord made = DailyRecord.of(Canteen.DAY, Canteen.at("2026-11-23T00:00"), sources());

    assertThat(made.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(made.until()).isEqualTo(made.day().from());
  }

  private static DailyRecord.Sources sources() {
    return new DailyRecord.Sources(
        Canteen.site(), Canteen.rules(), List.of(), Canteen.ALL, List.of());
  }
}
