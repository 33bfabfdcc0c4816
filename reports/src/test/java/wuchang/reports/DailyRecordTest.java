package wuchang.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wuchang.domain.DeviceId;
import wuchang.domain.Text;
import wuchang.domain.alert.AlertState;
import wuchang.domain.cycle.Cycle;
import wuchang.domain.finding.Coverage;
import wuchang.domain.finding.EvidenceState;
import wuchang.domain.score.Incident;
import wuchang.reports.DailyRecord.AlertLine;
import wuchang.reports.DailyRecord.DeviceLine;
import wuchang.reports.DailyRecord.ItemLine;
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
    Incident alert = Canteen.closed("a", "2026-11-23T10:00", "2026-11-23T11:30");

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
    Incident closed = Canteen.closed("a", "2026-11-22T10:00", "2026-11-22T12:00");
    Incident overridden =
        new Incident(
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
            closed.closedAt(),
            closed.owner(),
            closed.cause(),
            closed.parent(),
            closed.early(),
            closed.live());

    assertThat(Canteen.record(Canteen.ALL, overridden).verdict()).isEqualTo(Verdict.ZERO_RISK);
  }

  @ParameterizedTest
  @EnumSource
  void only_false_alarms_and_what_never_was_are_no_problems(AlertState state) {
    Incident alert =
        Canteen.alert(
            "a", Canteen.FRIDGE, state, "2026-11-23T10:00", Optional.of("2026-11-23T11:00"));

    DailyRecord made = Canteen.record(Canteen.ALL, alert);

    boolean none = state == AlertState.FALSE_ALARM || state == AlertState.WITHDRAWN;
    assertThat(made.verdict()).isEqualTo(none ? Verdict.ZERO_RISK : Verdict.PROBLEMS);
    assertThat(made.alerts()).hasSize(state == AlertState.WITHDRAWN ? 0 : 1);
  }

  @Test
  void what_the_configuration_no_longer_knows_goes_by_its_id() {
    Incident alert =
        Canteen.alert(
            "a", DeviceId.of("gone"), AlertState.OPEN, "2026-11-23T10:00", Optional.empty());
    DailyRecord made = Canteen.record(Canteen.ALL, alert);

    AlertLine line = made.alerts().get(0);
    assertThat(line.deviceName()).isEqualTo(Text.same("gone"));
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

  @Test
  void a_minute_that_is_not_proven_is_never_compliant() {
    for (long missing : List.of(1L, 60L, 86_400L)) {
      DailyRecord made =
          Canteen.record(withFridge(Canteen.coverage(Canteen.FRIDGE, 86_400 - missing, 0)));

      assertThat(made.verdict()).as("%d s", missing).isEqualTo(Verdict.UNPROVEN);
      assertThat(made.devices().get(1).state()).isEqualTo(EvidenceState.UNPROVEN);
      assertThat(made.devices().get(1).proof().unproven()).isEqualTo(Duration.ofSeconds(missing));
      assertThat(made.items())
          .extracting(ItemLine::state, item -> item.lacking().size())
          .containsExactly(Assertions.tuple(EvidenceState.UNPROVEN, 1));
    }
  }

  @Test
  void a_day_of_which_there_is_no_sum_is_not_proven() {
    DailyRecord made =
        Canteen.record(
            Canteen.sources(Canteen.site(), Canteen.ALL, List.of(), List.of(), List.of()));

    assertThat(made.devices()).extracting(DeviceLine::state).containsOnly(EvidenceState.UNPROVEN);
    assertThat(made.devices().get(0).proof().unproven()).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void evidence_of_a_breach_is_a_breach_also_where_the_rest_is_missing() {
    DailyRecord made = Canteen.record(withFridge(Canteen.coverage(Canteen.FRIDGE, 1000, 600)));

    assertThat(made.devices().get(1).state()).isEqualTo(EvidenceState.BREACH);
    assertThat(made.items().get(0).state()).isEqualTo(EvidenceState.BREACH);
  }

  private static Sources withFridge(Coverage fridge) {
    return Canteen.sources(
        Canteen.site(),
        Canteen.ALL,
        List.of(),
        List.of(),
        List.of(
            fridge,
            Canteen.coverage(Canteen.GATEWAY, 86_400, 0),
            Canteen.coverage(Canteen.FREEZER, 86_400, 0)));
  }

  private static Sources sources() {
    return Canteen.sources(Canteen.site(), Canteen.ALL, List.of(), List.of());
  }
}
