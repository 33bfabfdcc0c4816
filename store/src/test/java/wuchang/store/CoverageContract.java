package wuchang.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.finding.Coverage;

/** The sums of evidence: a later sum takes the place of the one before. */
abstract class CoverageContract extends StoreContract {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  @Test
  void come_back_as_they_were_by_days_and_by_shifts() {
    Coverage day = row(DAY, "", 80_000, 4_000, 2_400);
    Coverage night = row(DAY, "22:00-05:00", 25_000, 0, 200);
    writer.cover(List.of(night, row(DAY.plusDays(1), "", 1, 2, 3), day));

    JdbcCoverage records = new JdbcCoverage(db.database());
    assertThat(records.days(DAY, DAY.plusDays(1))).containsExactly(day);
    assertThat(records.shifts(DAY, DAY.plusDays(1))).containsExactly(night);
  }

  @Test
  void a_later_sum_takes_the_place_of_the_one_before_in_the_view_too() {
    writer.cover(List.of(row(DAY, "", 80_000, 4_000, 2_400)));
    writer.cover(List.of(row(DAY, "", 86_400, 0, 0)));

    assertThat(db.rows("SELECT * FROM wuchang.coverage"))
        .containsExactly("2026-03-01|fridge-1|FRG-01|86400|0|0");
  }

  private static Coverage row(LocalDate day, String shift, long right, long wrong, long unproven) {
    return new Coverage(
        new Coverage.Period(day, shift),
        DeviceId.of("fridge-1"),
        RuleId.of("FRG-01"),
        Duration.ofSeconds(right),
        Duration.ofSeconds(wrong),
        Duration.ofSeconds(unproven));
  }
}
