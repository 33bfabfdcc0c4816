package wuchang.app.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wuchang.app.StoredScores;
import wuchang.app.filled.FilledStore;
import wuchang.console.parts.Documents.Format;
import wuchang.domain.Language;
import wuchang.domain.report.KeptDocuments;
import wuchang.domain.report.ReportKind;
import wuchang.domain.site.Site;
import wuchang.embedded.postgres.EmbeddedPostgres;
import wuchang.reports.Timetable.Due;
import wuchang.reports.document.Document;
import wuchang.reports.document.DocumentJson;
import wuchang.rules.catalogue.Catalogue;
import wuchang.store.Database;
import wuchang.store.DatabaseAddress;

/** Documents of a simulated past: what they say is what SQL makes of the tables, and stays so. */
class StoredDocumentsTest {
  /** Monday 2026-11-02 00:00 in Shanghai. */
  private static final Instant END = Instant.parse("2026-11-01T16:00:00Z");

  private static final LocalDate DAY = LocalDate.parse("2026-11-01");

  private static final String EVIDENCE =
      """
      SELECT device || ' ' || sum(compliant_s) || ' ' || sum(breach_s) || ' ' || sum(unproven_s)
      FROM wuchang.coverage_day WHERE day = '2026-11-01' AND device IN
        (SELECT device FROM wuchang.devices) GROUP BY device
      """;

  /** Every good reading stands until the next, for as long as it holds, or until the day's end. */
  private static final String TEMPERATURES =
      """
      SELECT name_zh || ' ' || round(min(value)::numeric, 1) || ' ' || round(max(value)::numeric, 1)
        || ' ' || round(avg(value)::numeric, 1) || ' '
        || round((sum(extract(epoch FROM until - time)) / 60)::numeric, 1)
      FROM (
        SELECT d.name_zh, r.value, r.time, least('2026-11-02 00:00+08',
          r.time + greatest(interval '10 min', make_interval(secs => 3 * d.interval_s)),
          lead(r.time) OVER (PARTITION BY r.device ORDER BY r.time)) AS until
        FROM wuchang.readings r JOIN wuchang.devices d USING (device)
        WHERE r.metric = 'temperature' AND r.quality <> 'bad' AND d.kind <> 'gateway'
          AND r.time >= '2026-11-01 00:00+08' AND r.time < '2026-11-02 00:00+08') held
      GROUP BY name_zh
      """;

  @TempDir Path folder;

  @Test
  void say_what_sql_makes_of_the_tables_and_keep_what_they_said() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("db"), 0);
        Database database = new Database(address(postgres), new SimpleMeterRegistry());
        Connection sql =
            DriverManager.getConnection(
                postgres.jdbcUrl(), postgres.username(), postgres.password())) {
      Site site = FilledStore.fill(database, "smoke", END, folder);
      StoredDocuments documents = documents(site, database);

      Document daily = documents.document(ReportKind.DAILY, DAY, END);
      JsonNode json = new ObjectMapper().readTree(DocumentJson.of(daily));
      assertThat(evidence(json)).isEqualTo(rows(sql, EVIDENCE));
      assertThat(compliantWithoutProof(json)).isZero();
      assertThat(temperatures(json)).isNotEmpty().isEqualTo(rows(sql, TEMPERATURES));
      List<Due> all = Stream.of(ReportKind.values()).map(kind -> new Due(kind, DAY)).toList();
      Function<Due, Document> together = documents.together(all, END);
      for (ReportKind kind : ReportKind.values()) {
        Document made = documents.document(kind, DAY, END);
        Document again = together.apply(new Due(kind, DAY));
        for (Format format : Format.values()) {
          assertThat(StoredDocuments.written(again, format, Language.EN))
              .as("%s as %s", kind, format)
              .isNotEmpty()
              .isEqualTo(StoredDocuments.written(made, format, Language.EN));
        }
      }

      FiguresOfPeriods.compare(sql, site, documents, DAY, END);

      Keeping keeping = documents.keeping();
      assertThat(keeping.make(ReportKind.DAILY, DAY).map(KeptDocuments.Entry::version)).contains(1);
      assertThat(keeping.make(ReportKind.DAILY, DAY)).as("the same again").isEmpty();
      assertThat(keeping.make(ReportKind.DAILY, DAY.minusDays(90))).as("not watched").isEmpty();
      byte[] first = made(documents, 1);
      sql.createStatement()
          .execute(
              "UPDATE wuchang.coverage_day SET unproven_s = unproven_s + 60,"
                  + " compliant_s = compliant_s - 60 WHERE compliant_s > 60");
      assertThat(keeping.make(ReportKind.DAILY, DAY).map(KeptDocuments.Entry::version)).contains(2);
      assertThat(made(documents, 1)).isEqualTo(first);
      assertThat(made(documents, 2)).isNotEqualTo(first);
    }
  }

  private static byte[] made(StoredDocuments documents, int version) {
    return documents
        .make(ReportKind.DAILY, DAY, OptionalInt.of(version), Format.XLSX, Language.ZH)
        .orElseThrow()
        .bytes();
  }

  private static TreeSet<String> evidence(JsonNode json) {
    TreeSet<String> rows = new TreeSet<>();
    json.get("devices")
        .forEach(
            d ->
                rows.add(
                    d.get("id").textValue()
                        + " "
                        + d.get("compliantSeconds")
                        + " "
                        + d.get("breachSeconds")
                        + " "
                        + d.get("unprovenSeconds")));
    return rows;
  }

  private static long compliantWithoutProof(JsonNode json) {
    List<JsonNode> lines = new ArrayList<>();
    json.get("devices").forEach(lines::add);
    json.get("items").forEach(lines::add);
    return lines.stream()
        .filter(line -> line.get("state").textValue().equals("compliant"))
        .mapToLong(line -> line.get("unprovenSeconds").longValue())
        .sum();
  }

  private static TreeSet<String> temperatures(JsonNode json) {
    TreeSet<String> rows = new TreeSet<>();
    for (JsonNode section : json.at("/document/sections")) {
      if (section.get("key").textValue().equals("readings")) {
        for (JsonNode row : section.get("rows")) {
          if (row.get(2).get("en").textValue().startsWith("temperature") && !row.get(9).isNull()) {
            rows.add(
                row.get(1).get("zh").textValue()
                    + " "
                    + row.get(9).decimalValue()
                    + " "
                    + row.get(10).decimalValue()
                    + " "
                    + row.get(11).decimalValue()
                    + " "
                    + row.get(13).decimalValue());
          }
        }
      }
    }
    return rows;
  }

  private static StoredDocuments documents(Site site, Database database) {
    Catalogue catalogue = Catalogue.shipped();
    return StoredDocuments.over(
        database,
        () -> site,
        catalogue,
        StoredScores.over(database, () -> site, catalogue, () -> END),
        () -> END.plus(Duration.ofHours(1)));
  }

  private static DatabaseAddress address(EmbeddedPostgres postgres) {
    return new DatabaseAddress(
        postgres.jdbcUrl(),
        postgres.username(),
        postgres.password(),
        Optional.of(postgres.dataDirectory()));
  }

  private static TreeSet<String> rows(Connection connection, String sql) throws SQLException {
    TreeSet<String> rows = new TreeSet<>();
    try (ResultSet row = connection.createStatement().executeQuery(sql)) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }
}
