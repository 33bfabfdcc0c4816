package wuchang.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.reports.November.MONTH;
import static wuchang.reports.November.WEIGHTS;
import static wuchang.reports.November.days;
import static wuchang.reports.November.watched;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.domain.DeviceId;
import wuchang.domain.finding.Coverage;
import wuchang.domain.score.AreaSheet;
import wuchang.domain.score.DeviceHours;
import wuchang.domain.score.Score;
import wuchang.reports.score.Scoring;

class ScoringCoverageTest {
  @ParameterizedTest
  @CsvSource({"0.90, 100, false", "0.899, 89, true", "0.70, 89, true"})
  void what_is_not_proven_caps(double proven, String total, boolean capped) {
    assertThat(score(proven).total()).isEqualByComparingTo(total);
    assertThat(score(proven).isCapped()).isEqualTo(capped);
  }

  @Test
  void below_seventy_percent_there_is_no_score() {
    assertThat(score(0.699).isIssued()).isFalse();
  }

  @Test
  void a_device_of_which_there_is_no_row_at_all_is_not_proven() {
    AreaSheet half = sheet(days(Canteen.FRIDGE, 1.0), Canteen.FRIDGE, Canteen.FREEZER);

    assertThat(half.coverage()).isEqualByComparingTo("0.5");
  }

  @Test
  void unproven_hours_are_never_counted_as_good() {
    AreaSheet sheet = sheet(0.8);

    assertThat(sheet.expected().minus(sheet.proven()).toHours()).isEqualTo(30 * 24 / 5);
  }

  @Test
  void an_area_without_enough_data_does_not_hide_behind_the_others() {
    AreaSheet whole = sheet(1.0);
    AreaSheet silent = sheet(0.3);

    assertThat(new Score(List.of(whole, silent), WEIGHTS).isIssued()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0.70, true", "0.699, false"})
  void a_device_without_enough_data_does_not_hide_behind_the_others_of_its_area(
      double proven, boolean issued) {
    List<Coverage> rows = new ArrayList<>(days(Canteen.FREEZER, 1.0));
    rows.addAll(days(Canteen.FRIDGE, proven));
    AreaSheet sheet = sheet(rows, Canteen.FRIDGE, Canteen.FREEZER);

    assertThat(sheet.coverage()).isGreaterThan(new BigDecimal("0.8"));
    assertThat(sheet.isIssued(WEIGHTS)).isEqualTo(issued);
    assertThat(sheet.poorest().map(DeviceHours::device)).contains(Canteen.FRIDGE);
    assertThat(sheet.lacking(WEIGHTS).isPresent()).isNotEqualTo(issued);
  }

  @Test
  void a_device_that_came_in_the_middle_of_the_month_is_expected_from_then_on() {
    List<Coverage> rows = new ArrayList<>(days(Canteen.FREEZER, 1.0));
    days(Canteen.FRIDGE, 1.0).stream()
        .filter(row -> row.period().day().getDayOfMonth() > 15)
        .forEach(rows::add);
    AreaSheet sheet = sheet(rows, Canteen.FRIDGE, Canteen.FREEZER);

    assertThat(sheet.coverage()).isEqualByComparingTo("0.75");
    assertThat(sheet.isIssued(WEIGHTS)).isTrue();
  }

  private static Score score(double proven) {
    return new Score(List.of(sheet(proven)), WEIGHTS);
  }

  /** Of a quiet month of one device. */
  private static AreaSheet sheet(double proven) {
    return sheet(days(Canteen.FRIDGE, proven), Canteen.FRIDGE);
  }

  private static AreaSheet sheet(List<Coverage> rows, DeviceId... devices) {
    return Scoring.sheets(
            MONTH, new Scoring.Sources(Canteen.site(), watched(devices), List.of(), rows), WEIGHTS)
        .get(0);
  }
}
