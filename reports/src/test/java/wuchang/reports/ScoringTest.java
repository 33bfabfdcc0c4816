package wuchang.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.reports.November.MONTH;
import static wuchang.reports.November.NOVEMBER;
import static wuchang.reports.November.WEIGHTS;
import static wuchang.reports.November.ZONE;
import static wuchang.reports.November.days;
import static wuchang.reports.November.watched;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.domain.AlertId;
import wuchang.domain.AreaId;
import wuchang.domain.Principle;
import wuchang.domain.Severity;
import wuchang.domain.alert.AlertState;
import wuchang.domain.score.AreaSheet;
import wuchang.domain.score.Deduction;
import wuchang.domain.score.Incident;
import wuchang.domain.score.Score;
import wuchang.reports.score.ScoredMonth;
import wuchang.reports.score.Scoring;

class ScoringTest {
  private static final AreaId AREA = AreaId.of("cold-room");

  private final List<Incident> incidents = new ArrayList<>();

  @Test
  void a_quiet_month_of_which_all_is_proven_has_all_points() {
    Score score = score(1.0);

    assertThat(score.isIssued()).isTrue();
    assertThat(score.total()).isEqualByComparingTo("100");
    assertThat(score.isCapped()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"NOTICE, 0.2", "WARNING, 0.5", "MAJOR, 2", "CRITICAL, 5"})
  void an_incident_costs_what_its_severity_says_and_of_its_principle_only(
      Severity severity, String points) {
    raise("2026-11-10T10:00", severity);

    assertThat(deductions()).singleElement().matches(d -> !d.handled() && !d.repeated());
    assertThat(deductions().get(0).points()).isEqualByComparingTo(points);
    assertThat(score(1.0).points(Principle.CLEAN))
        .isEqualByComparingTo(new BigDecimal("20").subtract(new BigDecimal(points)));
    assertThat(score(1.0).points(Principle.TIDY)).isEqualByComparingTo("20");
  }

  @ParameterizedTest
  @CsvSource({
    "15:00, 60:00, 1",
    "15:01, 60:00, 2",
    "15:00, 60:01, 2",
  })
  void half_when_acknowledged_in_time_and_closed_as_promised(
      String taken, String closed, String points) {
    incidents.add(
        incident(
            "2026-11-10T10:00",
            Severity.MAJOR,
            AlertState.CLOSED,
            after("2026-11-10T10:00", taken),
            after("2026-11-10T10:00", "60:00"),
            after("2026-11-10T10:00", closed)));

    assertThat(deductions().get(0).points()).isEqualByComparingTo(points);
  }

  @Test
  void the_third_within_a_week_costs_half_as_much_more() {
    raise("2026-11-10T10:00", Severity.MAJOR);
    raise("2026-11-12T10:00", Severity.MAJOR);
    raise("2026-11-17T10:00", Severity.MAJOR);
    raise("2026-11-20T10:00", Severity.MAJOR);

    assertThat(deductions())
        .extracting(Deduction::repeated)
        .containsExactly(false, false, true, false);
    assertThat(deductions().get(2).points()).isEqualByComparingTo("3");
  }

  @Test
  void one_that_comes_again_within_thirty_days_of_its_closing_is_a_repeat_across_months() {
    closed("2026-10-05T10:00");
    closed("2026-10-25T10:00");
    raise("2026-11-24T10:00", Severity.MAJOR);
    raise("2026-11-29T12:00", Severity.MAJOR);

    assertThat(deductions()).extracting(Deduction::repeated).containsExactly(true, false);
  }

  @Test
  void false_alarms_and_effects_cost_nothing_and_are_counted_and_make_no_repeat() {
    add("2026-11-10T10:00", AlertState.FALSE_ALARM);
    add("2026-11-10T11:00", AlertState.SUPPRESSED);
    add("2026-11-10T12:00", AlertState.WITHDRAWN);
    raise("2026-11-10T13:00", Severity.MAJOR);

    AreaSheet sheet = sheet(1.0);

    assertThat(sheet.deductions()).singleElement().matches(d -> !d.repeated());
    assertThat(sheet.falseAlarms()).isEqualTo(1);
    assertThat(sheet.suppressed()).isEqualTo(1);
  }

  @Test
  void a_month_is_the_sites_from_its_first_midnight_to_the_next_ones() {
    raise("2026-10-31T23:59:59", Severity.MAJOR);
    raise("2026-11-01T00:00", Severity.MAJOR);
    raise("2026-12-01T00:00", Severity.MAJOR);

    assertThat(deductions())
        .extracting(Deduction::raisedAt)
        .containsExactly(at("2026-11-01T00:00"));
  }

  @Test
  void no_principle_falls_below_nothing() {
    for (int day = 1; day <= 9; day++) {
      raise("2026-11-0" + day + "T10:00", Severity.CRITICAL);
    }

    assertThat(score(1.0).points(Principle.CLEAN)).isEqualByComparingTo("0");
    assertThat(score(1.0).total()).isEqualByComparingTo("80");
  }

  @Test
  void a_month_that_goes_on_counts_to_the_last_day_that_is_over() {
    ScoredMonth running = ScoredMonth.of(NOVEMBER, ZONE, at("2026-11-11T09:00"));

    assertThat(running.until()).isEqualTo(LocalDate.of(2026, 11, 11));
    assertThat(running.length()).isEqualTo(Duration.ofDays(10));
    assertThat(ScoredMonth.lastClosed(ZONE, at("2026-12-01T23:59")))
        .isEqualTo(YearMonth.of(2026, 10));
    assertThat(ScoredMonth.lastClosed(ZONE, at("2026-12-02T00:00"))).isEqualTo(NOVEMBER);
  }

  private Score score(double proven) {
    return new Score(List.of(sheet(proven)), WEIGHTS);
  }

  private List<Deduction> deductions() {
    return sheet(1.0).deductions();
  }

  private AreaSheet sheet(double proven) {
    Scoring.Sources sources =
        new Scoring.Sources(
            Canteen.site(), watched(Canteen.FRIDGE), incidents, days(Canteen.FRIDGE, proven));
    return Scoring.sheets(MONTH, sources, WEIGHTS).get(0);
  }

  private void raise(String at, Severity severity) {
    incidents.add(
        incident(
            at, severity, AlertState.OPEN, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private void closed(String at) {
    incidents.add(
        incident(
            at,
            Severity.MAJOR,
            AlertState.CLOSED,
            Optional.empty(),
            Optional.empty(),
            Optional.of(at(at))));
  }

  private void add(String at, AlertState state) {
    incidents.add(
        incident(at, Severity.MAJOR, state, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private Incident incident(
      String raised,
      Severity severity,
      AlertState state,
      Optional<Instant> taken,
      Optional<Instant> promised,
      Optional<Instant> closed) {
    return new Incident(
        AlertId.of("i" + incidents.size()),
        Canteen.TOO_WARM,
        Canteen.FRIDGE,
        AREA,
        Principle.CLEAN,
        severity,
        state,
        at(raised),
        at(raised),
        at(raised),
        Optional.empty(),
        taken,
        Optional.empty(),
        promised,
        closed,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        true);
  }

  private static Optional<Instant> after(String start, String minutes) {
    String[] parts = minutes.split(":");
    return Optional.of(
        at(start).plusSeconds(60L * Integer.parseInt(parts[0]) + Integer.parseInt(parts[1])));
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }
}
