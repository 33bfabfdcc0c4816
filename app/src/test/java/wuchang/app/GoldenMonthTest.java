package wuchang.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wuchang.app.command.CatalogueVocabulary;
import wuchang.app.config.ConfigReader;
import wuchang.app.filled.KnownHours;
import wuchang.app.scenario.ScenarioReader;
import wuchang.domain.AlertId;
import wuchang.domain.AreaId;
import wuchang.domain.PersonId;
import wuchang.domain.Principle;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertState;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.finding.Coverage;
import wuchang.domain.finding.Evidence;
import wuchang.domain.journal.Batch;
import wuchang.domain.journal.Journal.Placed;
import wuchang.domain.site.Area;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;
import wuchang.embedded.postgres.EmbeddedPostgres;
import wuchang.rules.catalogue.Catalogue;
import wuchang.rules.catalogue.RuleDefinition;
import wuchang.rules.catalogue.RulesInForce;
import wuchang.store.Database;
import wuchang.store.DatabaseAddress;
import wuchang.store.StoreWriter;

/**
 * A month of incidents and evidence, scored by us and by SQL that shares nothing with us but the
 * tables. Of the areas of a canteen in turn nearly all, too little for more than 89 points, and too
 * little for any score is proven.
 */
class GoldenMonthTest {
  private static final long SEED = 20_261_001;
  private static final YearMonth MONTH = YearMonth.of(2026, 10);
  private static final Instant NOW = Instant.parse("2026-11-02T00:00:00Z");
  private static final int INCIDENTS = 400;
  private static final double[] PROVEN = {0.97, 0.80, 0.97, 0.65};

  /** A device in an area of which nearly all is known otherwise says nothing before that day. */
  private static final LocalDate BACK = MONTH.atDay(11);

  /** Every area and 常 with its points, and the total; nothing where too little is proven. */
  private static final String RECOMPUTED =
      """
      WITH counted AS (
        SELECT * FROM wuchang.alert WHERE state NOT IN ('withdrawn', 'suppressed', 'false_alarm')
          AND cause IS DISTINCT FROM 'false_alarm' AND parent IS NULL),
      cost AS (
        SELECT a.area, a.principle,
          CASE a.severity WHEN 'critical' THEN 5 WHEN 'major' THEN 2 WHEN 'warning' THEN 0.5
            ELSE 0.2 END
          * CASE WHEN a.acknowledged_at - a.opened_at <= CASE a.severity
                WHEN 'critical' THEN interval '5 min' WHEN 'major' THEN interval '15 min'
                WHEN 'warning' THEN interval '8 h' ELSE interval '24 h' END
              AND a.closed_at <= a.promised_at THEN 0.5 ELSE 1 END
          * CASE WHEN (SELECT count(*) FROM counted b WHERE b.rule = a.rule AND b.device = a.device
                AND b.raised_at < a.raised_at AND b.raised_at >= a.raised_at - interval '7 days') >= 2
              OR EXISTS (SELECT FROM counted b WHERE b.rule = a.rule AND b.device = a.device
                AND b.raised_at < a.raised_at AND b.closed_at BETWEEN
                a.raised_at - interval '30 days' AND a.raised_at) THEN 1.5 ELSE 1 END AS points
        FROM counted a
        WHERE a.raised_at >= '2026-10-01 00:00+08' AND a.raised_at < '2026-11-01 00:00+08'),
      :known,
      proven AS (
        SELECT d.area, sum(of.s) / (count(*) * 31 * 86400) AS share,
          min(of.s) / (31 * 86400) AS poorest
        FROM wuchang.devices d JOIN (SELECT device, sum(s) AS s FROM known GROUP BY device) of
          USING (device) GROUP BY d.area),
      each AS (
        SELECT p.area, w.principle, p.share, greatest(0, 20 - coalesce((SELECT sum(c.points)
          FROM cost c WHERE c.area = p.area AND c.principle = w.principle), 0)) AS points
        FROM proven p, (VALUES ('organise'), ('tidy'), ('clean'), ('standardise'), ('discipline'))
          AS w (principle)
        WHERE p.share >= 0.7 AND p.poorest >= 0.7),
      rows AS (
        SELECT area, principle, points, false AS capped FROM each
        UNION ALL
        SELECT area, 'total', CASE WHEN min(share) < 0.9 THEN least(89, sum(points))
          ELSE sum(points) END, min(share) < 0.9 AND sum(points) > 89 FROM each GROUP BY area)
      SELECT area || ' ' || principle || ' ' || round(points, 2) || ' ' || capped FROM rows ORDER BY 1
      """
          .replace(":known", KnownHours.KNOWN)
          .replace(":day", "2026-10-01")
          .replace(":until", "2026-11-01");

  private static final String PUBLISHED =
      "SELECT area || ' ' || principle || ' ' || round(points::numeric, 2) || ' ' || capped"
          + " FROM wuchang.scores WHERE month = '2026-10-01' ORDER BY 1";

  @TempDir Path folder;

  private final Catalogue catalogue = Catalogue.shipped();
  private final Random random = new Random(SEED);

  @Test
  void a_published_month_is_what_sql_makes_of_the_tables_and_stays_so() throws Exception {
    Site site = site();
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("db"), 0);
        Database database = new Database(address(postgres), new SimpleMeterRegistry());
        Connection sql =
            DriverManager.getConnection(
                postgres.jdbcUrl(), postgres.username(), postgres.password())) {
      StoreWriter writer = new StoreWriter(database);
      writer.begin(site, 0);
      writer.cover(coverage(site));
      writer.write(List.of(new Placed(1, Batch.ofAlerts(incidents(site), List.of()))));
      StoredScores scores = scores(site, database);

      assertThat(scores.publishClosed()).isPresent();

      List<String> first = rows(sql, PUBLISHED);
      assertThat(first).as("seed %d", SEED).isEqualTo(rows(sql, RECOMPUTED));
      assertThat(first)
          .hasSize(6 * (areas(site).size() - areas(site).size() / PROVEN.length - 1))
          .anyMatch(row -> row.endsWith(" true"))
          .noneMatch(row -> row.startsWith(areas(site).get(2) + " "))
          .noneMatch(row -> row.startsWith(areas(site).get(3) + " "));
      assertThat(scores.of(MONTH, Optional.of(areas(site).get(3)), Optional.empty()).score())
          .matches(score -> !score.isIssued());
      assertThat(scores.of(MONTH, Optional.of(areas(site).get(2)), Optional.empty()).score())
          .as("a device that is silent for a third of the month does not hide behind the others")
          .matches(score -> !score.isIssued() && score.coverage().doubleValue() > 0.8);
      assertThat(scores.of(MONTH, Optional.empty(), Optional.empty()).score())
          .as("an area that is not proven does not hide behind the others")
          .matches(score -> !score.isIssued());

      sql.createStatement().execute("UPDATE wuchang.alert SET state = 'withdrawn'");
      assertThat(scores.publishClosed()).isEmpty();
      assertThat(rows(sql, PUBLISHED)).isEqualTo(first);

      assertThat(scores.correct(MONTH, "ada", "the probe was wrong"))
          .hasValueSatisfying(
              made -> assertThat(made.published().orElseThrow().version()).isEqualTo(2));
      assertThat(rows(sql, PUBLISHED)).isEqualTo(rows(sql, RECOMPUTED)).isNotEqualTo(first);
      assertThat(
              rows(
                  sql,
                  PUBLISHED.replace(
                      "wuchang.scores WHERE", "wuchang.score_month WHERE version = 1 AND")))
          .isEqualTo(first);
      assertThat(scores.correct(MONTH.minusMonths(1), "ada", "not published")).isEmpty();
    }
  }

  private StoredScores scores(Site site, Database database) {
    return StoredScores.over(database, () -> site, catalogue, () -> NOW);
  }

  private static List<AreaId> areas(Site site) {
    return site.areas().values().stream()
        .map(Area::id)
        .filter(area -> site.devices().values().stream().anyMatch(d -> d.area().equals(area)))
        .toList();
  }

  private List<Device> watched(Site site) {
    RulesInForce rules = new RulesInForce(catalogue, site);
    return site.devices().values().stream().filter(d -> !rules.on(d).isEmpty()).toList();
  }

  private List<Coverage> coverage(Site site) {
    RulesInForce rules = new RulesInForce(catalogue, site);
    Device silent = of(site, areas(site).get(2)).get(0);
    List<Coverage> rows = new ArrayList<>();
    for (Device device : watched(site)) {
      double share = PROVEN[areas(site).indexOf(device.area()) % PROVEN.length];
      for (LocalDate day = MONTH.atDay(1);
          !day.isAfter(MONTH.atEndOfMonth());
          day = day.plusDays(1)) {
        boolean dead = device.equals(silent) && day.isBefore(BACK);
        for (RulesInForce.OnDevice on : rules.on(device)) {
          rows.add(row(day, device, on.rule(), dead ? 0 : share));
        }
      }
    }
    return rows;
  }

  /** What needs no data is known for all of the day: that nothing was heard, or a date. */
  private Coverage row(LocalDate day, Device device, RuleDefinition rule, double share) {
    double sure = rule.id().value().matches("(SEN|SYS|PRC|GAT|SMP-02).*") ? 1 : share;
    long proven = Math.round(86_400 * Math.min(1, sure + random.nextDouble(-0.02, 0.02)));
    boolean silence = rule.id().value().matches("SEN-01|SYS-01");
    long breach =
        silence ? Math.round(86_400 * (1 - share)) : proven <= 0 ? 0 : random.nextLong(proven);
    return new Coverage(
        Coverage.Period.of(day),
        device.id(),
        rule.id(),
        Duration.ofSeconds(silence ? 86_400 - breach : Math.max(0, proven - breach)),
        Duration.ofSeconds(breach),
        Duration.ofSeconds(silence ? 0 : 86_400 - Math.max(0, proven)));
  }

  private static List<Device> of(Site site, AreaId area) {
    return site.devices().values().stream().filter(d -> d.area().equals(area)).toList();
  }

  private List<AlertStep> incidents(Site site) {
    List<Device> devices = watched(site);
    Instant from = MONTH.atDay(1).atStartOfDay(site.zone()).toInstant().minus(Duration.ofDays(35));
    List<AlertStep> steps = new ArrayList<>();
    for (int i = 0; i < INCIDENTS; i++) {
      Device device = devices.get(random.nextInt(devices.size()));
      Instant raised = from.plus(Duration.ofMinutes(random.nextLong(66 * 24 * 60)));
      Alert alert = incident(AlertId.of("i" + i), device, raised);
      steps.add(new AlertStep(AlertStep.Kind.OPENED, raised, AlertStep.SYSTEM, "breached", alert));
    }
    return steps;
  }

  private Alert incident(AlertId id, Device device, Instant raised) {
    AlertState state = AlertState.values()[random.nextInt(AlertState.values().length)];
    boolean acknowledged = random.nextBoolean();
    boolean closed = state.isFinal();
    Optional<Instant> at =
        Optional.of(raised.plusSeconds(random.nextInt(30 * 60))).filter(t -> acknowledged);
    return new Alert(
        id,
        RuleId.of("FRG-0" + (1 + random.nextInt(5))),
        device.id(),
        device.area(),
        Principle.values()[random.nextInt(5)],
        Severity.values()[random.nextInt(4)],
        state,
        raised.minusSeconds(1800),
        raised,
        raised.plusSeconds(1),
        Optional.empty(),
        at,
        at.map(t -> PersonId.of("p1")),
        at.map(t -> t.plusSeconds(3600)),
        at.map(t -> PersonId.of("p1")),
        1,
        Evidence.NONE,
        true,
        Optional.of(raised.plusSeconds(random.nextInt(2 * 3600))).filter(t -> closed),
        closed
            ? Optional.of(random.nextInt(9) == 0 ? "false_alarm" : "equipment")
            : Optional.empty(),
        random.nextInt(9) == 0 ? Optional.of(AlertId.of("parent")) : Optional.empty(),
        List.of());
  }

  private Site site() throws Exception {
    ConfigReader configurations =
        new ConfigReader(new CatalogueVocabulary(catalogue), name -> Optional.empty());
    return new ScenarioReader(configurations).read("quiet-month").scenario().site();
  }

  private static DatabaseAddress address(EmbeddedPostgres postgres) {
    return new DatabaseAddress(
        postgres.jdbcUrl(),
        postgres.username(),
        postgres.password(),
        Optional.of(postgres.dataDirectory()));
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (ResultSet row = connection.createStatement().executeQuery(sql)) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }
}
