package wuchang.app.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wuchang.app.StoredScores;
import wuchang.app.filled.EmptyDatabase;
import wuchang.app.filled.FilledStore;
import wuchang.console.parts.Documents.Format;
import wuchang.domain.DeviceId;
import wuchang.domain.Language;
import wuchang.domain.RuleId;
import wuchang.domain.finding.Coverage;
import wuchang.domain.report.ReportKind;
import wuchang.domain.score.Score;
import wuchang.domain.score.ScoreWeights;
import wuchang.domain.site.Site;
import wuchang.rules.catalogue.Catalogue;
import wuchang.store.Database;
import wuchang.store.JdbcCoverage;

/** A sensor says nothing for ten days of a month: nothing is claimed of them. */
class DeadSensorTest {
  /** The first of December 2026, 00:00 in Shanghai. */
  private static final Instant END = Instant.parse("2026-11-30T16:00:00Z");

  private static final YearMonth MONTH = YearMonth.of(2026, 11);
  private static final DeviceId DEAD_ONE = DeviceId.of("fridge-1");
  private static final LocalDate DEAD = LocalDate.parse("2026-11-11");
  private static final LocalDate BACK = LocalDate.parse("2026-11-21");

  private static final String SCENARIO =
      """
      about: {zh: 一台冷藏柜传感器十天无数据, en: One fridge of three has a sensor dead for ten days}
      span: {days: 30}
      seed: 1
      speed: max
      mishaps:
        - {kind: sensor-silent, device: fridge-1, at: "day 11 00:00", lasts: 240h, severity: 1}
      site: {id: small, name: {zh: 小食堂, en: Small canteen}, profile: CN, timezone: Asia/Shanghai}
      people:
        - {id: zhang, name: 张厨, role: operation, areas: [kitchen]}
      areas:
        - {id: kitchen, name: {zh: 厨房, en: Kitchen}, responsible: zhang}
      devices:
        - {id: fridge-1, kind: fridge, area: kitchen, name: {zh: 冷藏柜, en: Fridge}, interval: 5m}
        - {id: fridge-2, kind: fridge, area: kitchen, interval: 5m}
        - {id: fridge-3, kind: fridge, area: kitchen, interval: 5m}
      """;

  @TempDir Path folder;

  @Test
  void is_not_compliant_for_a_minute_and_the_month_has_no_score() throws Exception {
    Path scenario = Files.writeString(folder.resolve("dead.yaml"), SCENARIO);
    try (EmptyDatabase empty = EmptyDatabase.in(folder);
        Database database = new Database(empty.address(), new SimpleMeterRegistry())) {
      Site site = FilledStore.fill(database, scenario.toString(), END, folder);
      JdbcCoverage coverage = new JdbcCoverage(database);
      List<Coverage> dead =
          coverage.days(DEAD.plusDays(1), BACK).stream()
              .filter(row -> row.rule().equals(RuleId.of("FRG-01")))
              .filter(row -> row.device().equals(DEAD_ONE))
              .toList();
      assertThat(dead).hasSize(9).allMatch(row -> row.compliant().isZero());
      assertThat(dead).allMatch(row -> row.unproven().toHours() == 24);

      StoredScores scores = scores(site, database);
      Score score = scores.of(MONTH, Optional.empty(), Optional.empty()).score();
      assertThat(score.isIssued()).isFalse();
      assertThat(score.coverage()).as("of three fridges").isGreaterThan(new BigDecimal("0.85"));
      assertThat(score.sheets().get(0).lacking(ScoreWeights.CURRENT))
          .hasValueSatisfying(
              poorest ->
                  assertThat(poorest.coverage())
                      .isBetween(new BigDecimal("0.65"), new BigDecimal("0.67")));
      assertThat(scores.publishClosed()).as("published, that nothing is said").isPresent();
      assertThat(scores.of(MONTH, Optional.empty(), Optional.empty()).score())
          .matches(published -> !published.isIssued());
      assertThat(said(site, database, scores))
          .contains("数据不足，不予评分（冷藏柜 66.")
          .contains("冷藏柜,数据完整率仅 28.");
    }
  }

  private static StoredScores scores(Site site, Database database) {
    return StoredScores.over(
        database, () -> site, Catalogue.shipped(), () -> END.plus(Duration.ofDays(2)));
  }

  /** What the documents of the month say. */
  private static String said(Site site, Database database, StoredScores scores) {
    StoredDocuments documents =
        StoredDocuments.over(database, () -> site, Catalogue.shipped(), scores, () -> END);
    StringBuilder said = new StringBuilder();
    for (ReportKind kind : List.of(ReportKind.MONTHLY, ReportKind.SCORE, ReportKind.WEEKLY)) {
      LocalDate day = kind == ReportKind.WEEKLY ? DEAD : MONTH.atDay(1);
      said.append(
          new String(
              StoredDocuments.written(documents.document(kind, day, END), Format.CSV, Language.ZH),
              StandardCharsets.UTF_8));
    }
    return said.toString();
  }
}
