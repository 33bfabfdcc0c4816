package wuchang.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wuchang.domain.AlertId;
import wuchang.domain.AreaId;
import wuchang.domain.Language;
import wuchang.domain.PersonId;
import wuchang.domain.Principle;
import wuchang.domain.Severity;
import wuchang.domain.report.ReportKind;
import wuchang.domain.score.AreaSheet;
import wuchang.domain.score.Deduction;
import wuchang.domain.score.Score;
import wuchang.domain.score.ScoreWeights;
import wuchang.reports.document.Document;
import wuchang.reports.document.DocumentCsv;

class ScoreDocumentTest {
  private static final Sources SOURCES =
      Canteen.sources(Canteen.site(), Canteen.ALL, List.of(), List.of());

  @Test
  void the_best_is_marked_and_who_is_not_proven_has_no_rank() {
    Score score = score(sheet("hall", 1.0, "1"), sheet("cold-room", 1.0), sheet("store", 0.66));

    assertThat(csv(Map.of(YearMonth.of(2026, 11), score)))
        .contains("区域排名,1,冷库,100.00,20.00,20.00,20.00,20.00,20.00,优秀,100.0,★")
        .contains("区域排名,2,hall,99.00,20.00,20.00,19.00,20.00,20.00,优秀,100.0,")
        .contains("区域排名,—,store,—,—,—,—,—,—,数据不足，不予评分,66.0,")
        .contains("五常评分,数据不足，不予评分");
  }

  @Test
  void a_change_gains_what_scoring_again_without_it_gives() {
    Gains gains =
        new Gains(
            score(sheet("hall", 0.8, "2", "0.5"), sheet("cold-room", 0.95)),
            new Names(SOURCES.site(), SOURCES.rules()));

    // 98.75 is capped at 89 for want of evidence; nothing else would have gained anything.
    assertThat(gains.all())
        .extracting(gain -> gain.change().en(), Gains.Gain::points)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("no data missing", new BigDecimal("9.75")));
  }

  @Test
  void a_month_is_compared_with_the_one_before() {
    Map<YearMonth, Score> months = new LinkedHashMap<>();
    months.put(YearMonth.of(2026, 10), score(sheet("hall", 1.0, "3")));
    months.put(YearMonth.of(2026, 11), score(sheet("hall", 1.0, "1")));

    assertThat(csv(months))
        .contains("近月趋势,2026-10,97.00,—,100.0")
        .contains("近月趋势,2026-11,99.00,2.00,100.0")
        .contains("改进一项可多得的分,杜绝 FRG-01 冷藏温度过高,1.00")
        .contains("改进一项可多得的分,全部告警按时确认并在承诺时限内关闭,0.50");
  }

  private static String csv(Map<YearMonth, Score> months) {
    Document made =
        ScoreDocument.of(ReportKind.SCORE.of(Canteen.DAY), Canteen.EVENING, SOURCES, months);
    return new String(DocumentCsv.of(made, Language.ZH), java.nio.charset.StandardCharsets.UTF_8);
  }

  private static Score score(AreaSheet... sheets) {
    return new Score(List.of(sheets), ScoreWeights.CURRENT);
  }

  private static AreaSheet sheet(String area, double proven, String... deductions) {
    return new AreaSheet(
        AreaId.of(area),
        Optional.of(PersonId.of("p1")),
        Duration.ofHours(100),
        Duration.ofSeconds(Math.round(proven * 360_000)),
        Optional.empty(),
        List.of(deductions).stream().map(ScoreDocumentTest::deduction).toList(),
        0,
        0);
  }

  private static Deduction deduction(String points) {
    return new Deduction(
        AlertId.of("a" + points),
        Canteen.TOO_WARM,
        Canteen.FRIDGE,
        Principle.CLEAN,
        Severity.MAJOR,
        Canteen.EVENING,
        false,
        false,
        new BigDecimal(points));
  }
}
