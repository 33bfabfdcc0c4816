package wuchang.app.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wuchang.app.filled.EmptyDatabase;
import wuchang.app.filled.FilledStore;
import wuchang.domain.RuleId;
import wuchang.domain.finding.Coverage;
import wuchang.domain.site.Site;
import wuchang.store.Database;
import wuchang.store.JdbcCoverage;

/** A sensor says nothing for ten days of a month: nothing is claimed of them. */
class DeadSensorTest {
  /** The first of December 2026, 00:00 in Shanghai. */
  private static final Instant END = Instant.parse("2026-11-30T16:00:00Z");

  private static final LocalDate DEAD = LocalDate.parse("2026-11-11");
  private static final LocalDate BACK = LocalDate.parse("2026-11-21");

  private static final String SCENARIO =
      """
      about: {zh: 一台冷藏柜，传感器十天无数据, en: One fridge whose sensor is dead for ten days}
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
      """;

  @TempDir Path folder;

  @Test
  void not_a_minute_without_data_counts_as_compliant() throws Exception {
    Path scenario = Files.writeString(folder.resolve("dead.yaml"), SCENARIO);
    try (EmptyDatabase empty = EmptyDatabase.in(folder);
        Database database = new Database(empty.address(), new SimpleMeterRegistry())) {
      Site site = FilledStore.fill(database, scenario.toString(), END, folder);
      JdbcCoverage coverage = new JdbcCoverage(database);
      List<Coverage> dead =
          coverage.days(DEAD.plusDays(1), BACK).stream()
              .filter(row -> row.rule().equals(RuleId.of("FRG-01")))
              .toList();
      assertThat(dead).hasSize(9).allMatch(row -> row.compliant().isZero());
      assertThat(dead).allMatch(row -> row.unproven().toHours() == 24);
    }
  }
}
