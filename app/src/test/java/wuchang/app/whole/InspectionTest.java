package wuchang.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wuchang.app.StoredScores;
import wuchang.app.cli.Cli;
import wuchang.app.cli.Output;
import wuchang.app.command.CatalogueVocabulary;
import wuchang.app.command.ExportCommand;
import wuchang.app.command.VerifyCommand;
import wuchang.app.config.ConfigReader;
import wuchang.app.config.Outcome;
import wuchang.app.documents.StoredDocuments;
import wuchang.domain.DeviceId;
import wuchang.domain.RecordId;
import wuchang.domain.RuleId;
import wuchang.domain.finding.Coverage;
import wuchang.domain.journal.Batch;
import wuchang.domain.journal.Journal.Placed;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Provenance;
import wuchang.domain.reading.Reading;
import wuchang.domain.record.RecordFields;
import wuchang.domain.record.RecordKind;
import wuchang.domain.report.ReportKind;
import wuchang.domain.site.Site;
import wuchang.embedded.postgres.EmbeddedPostgres;
import wuchang.rules.catalogue.Catalogue;
import wuchang.store.Database;
import wuchang.store.DatabaseAddress;
import wuchang.store.JdbcChain;
import wuchang.store.StoreWriter;

/** What an inspector takes along says on any machine whether it was changed. */
class InspectionTest {
  private static final Instant TODAY = Instant.now().truncatedTo(ChronoUnit.DAYS);
  private static final Instant YESTERDAY = TODAY.minus(Duration.ofHours(12));
  private static final LocalDate DAY = LocalDate.ofInstant(YESTERDAY, ZoneId.of("Asia/Shanghai"));

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Catalogue catalogue = Catalogue.shipped();
  private final ConfigReader reader =
      new ConfigReader(new CatalogueVocabulary(catalogue), name -> Optional.empty());

  @Test
  void one_value_changed_by_hand_is_found_in_the_store_and_in_the_file() throws Exception {
    Path config = folder.resolve("wuchang.yaml");
    String example = Files.readString(Path.of("..", "wuchang.example.yaml"));
    Files.writeString(config, example.replace("dir: data/east/db", "dir: db"));
    Path file = folder.resolve("inspection.zip");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("db"), 0)) {
      fill(config, postgres);

      assertThat(export(config, file)).as(err.toString()).isZero();
      assertThat(run("verify-records", "--file", file.toString())).as(err.toString()).isZero();
      assertThat(out.toString())
          .contains("3 rows fit; readings: 1 fit, 0 not in the package; documents: 1 fit");
      lookInto(file);
      for (String kind : List.of("readings", "alerts", "score")) {
        exportsAs(config, kind, List.of("csv", "json"));
      }
      for (String kind : List.of("daily", "weekly", "monthly", "risk-list")) {
        exportsAs(config, kind, List.of("csv", "html", "json", "xlsx", "zip"));
      }

      scoresOfSeveralMonths(config);

      change(postgres, "UPDATE wuchang.reading SET value = 7.75 WHERE value = 8.75");
      Path later = folder.resolve("later.zip");
      assertThat(export(config, later)).isZero();
      assertThat(run("verify-records", "--file", later.toString())).isEqualTo(1);
      assertThat(err.toString()).contains("row 3 (readings ").contains("fridge-1/temperature");
    }
    edit(file, "documents/kept/daily-" + DAY + ".v1.json", "东区食堂", "西区食堂");
    assertThat(run("verify-records", "--file", file.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("(document daily/" + DAY + "/1)", "has the SHA-256");
    edit(file, "chain.tsv", "kitchen", "kitchens");
    assertThat(run("verify-records", "--file", file.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("row 1 (record r-1/1): expected the hash");
  }

  @Test
  void what_is_no_chain_is_wrong_input() throws Exception {
    Path file = Files.writeString(folder.resolve("a.csv"), "time,device\n");
    assertThat(run("verify-records", "--file", file.toString())).isEqualTo(2);
    assertThat(run("verify-records", "--file", folder.resolve("b").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("is no chain of records").contains("there is no such file");
  }

  @Test
  void a_kind_or_format_that_is_none_is_named_with_those_there_are() {
    assertThat(run("export", "--kind", "diary")).isEqualTo(2);
    assertThat(run("export", "--kind", "alerts", "--format", "pdf")).isEqualTo(2);
    assertThat(err.toString()).contains("«diary»", "inspection", "«pdf»", "csv json");
  }

  private void scoresOfSeveralMonths(Path config) throws Exception {
    String from = YESTERDAY.minus(Duration.ofDays(90)).toString();
    for (String format : List.of("csv", "json")) {
      Path file = folder.resolve("scores." + format);
      String[] asked = {"--kind", "score", "--format", format, "--from", from};
      assertThat(run(with(asked, config, file))).as(err.toString()).isZero();
      assertThat(Files.readString(file)).startsWith(format.equals("csv") ? "month,area" : "[{");
    }
  }

  private static String[] with(String[] asked, Path config, Path file) {
    return Stream.concat(
            Stream.of("export", "--config", config.toString(), "--out", file.toString()),
            Stream.of(asked))
        .toArray(String[]::new);
  }

  private void fill(Path config, EmbeddedPostgres postgres) {
    DatabaseAddress address =
        new DatabaseAddress(
            postgres.jdbcUrl(),
            postgres.username(),
            postgres.password(),
            Optional.of(postgres.dataDirectory()));
    try (Database database = new Database(address, new SimpleMeterRegistry())) {
      StoreWriter writer = new StoreWriter(database);
      Site site = ((Outcome.Valid) reader.read(config)).config().site();
      writer.begin(site, 0);
      writer.write(
          List.of(
              new Placed(
                  1, Batch.of(List.of(reading(0, 4), reading(1, 8.75), record()), List.of()))));
      writer.cover(List.of(evidence()));
      assertThat(documents(site, database).keeping().make(ReportKind.DAILY, DAY)).isPresent();
      assertThat(new JdbcChain(database).close(TODAY, TODAY.plusSeconds(60), TODAY)).isPresent();
    }
  }

  /** As of an hour before the day was closed. */
  private StoredDocuments documents(Site site, Database database) {
    InstantSource clock = () -> TODAY.minus(Duration.ofHours(1));
    StoredScores scores = StoredScores.over(database, () -> site, catalogue, clock);
    return StoredDocuments.over(database, () -> site, catalogue, scores, clock);
  }

  private static Coverage evidence() {
    return new Coverage(
        Coverage.Period.of(DAY),
        DeviceId.of("fridge-1"),
        RuleId.of("FRG-01"),
        Duration.ofHours(23),
        Duration.ZERO,
        Duration.ofHours(1));
  }

  private int export(Path config, Path file) {
    return run(
        "export",
        "--config",
        config.toString(),
        "--kind",
        "inspection",
        "--from",
        TODAY.minus(Duration.ofDays(2)).toString(),
        "--out",
        file.toString());
  }

  private void exportsAs(Path config, String kind, List<String> formats) throws IOException {
    for (String format : formats) {
      Path file = folder.resolve(kind + "." + format);
      int code =
          run(
              "export",
              "--config",
              config.toString(),
              "--kind",
              kind,
              "--format",
              format,
              "--from",
              YESTERDAY.toString(),
              "--out",
              file.toString());

      assertThat(code).as(kind + " " + format + ": " + err).isZero();
      looksLike(format, Files.readAllBytes(file));
    }
  }

  private static void looksLike(String format, byte[] bytes) throws IOException {
    String text = new String(bytes, StandardCharsets.UTF_8);
    switch (format) {
      case "json" -> assertThat(new ObjectMapper().readTree(bytes).isContainerNode()).isTrue();
      case "html" -> assertThat(text).startsWith("<!DOCTYPE html>").contains("东区食堂");
      case "csv" -> assertThat(text.lines().findFirst().orElse("")).contains(",");
      default -> assertThat(text).startsWith("PK");
    }
  }

  private static void lookInto(Path file) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + file.toUri()), Map.of())) {
      assertThat(Files.readString(zip.getPath("README.txt"))).contains("东区食堂", "verify-records");
      assertThat(Files.readString(zip.getPath("records.csv"))).contains("r-1", "门封");
      assertThat(Files.readString(zip.getPath("rules.zh.md"))).contains("FRG-01");
      assertThat(Files.readString(zip.getPath("documents/daily-" + DAY + ".zh.html")))
          .startsWith("<!DOCTYPE html>");
      assertThat(Files.readAllLines(zip.getPath("readings/3.csv")))
          .hasSize(2)
          .last()
          .asString()
          .endsWith(",fridge-1,temperature,8.75,good");
      assertThat(Files.readString(zip.getPath("SHA256SUMS"))).contains("  heads.tsv\n");
    }
  }

  private static void change(EmbeddedPostgres postgres, String sql) throws Exception {
    try (Connection connection =
        DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), postgres.password())) {
      assertThat(connection.createStatement().executeUpdate(sql)).isEqualTo(1);
    }
  }

  private static void edit(Path file, String part, String before, String after) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + file.toUri()), Map.of())) {
      Path chain = zip.getPath(part);
      String text = Files.readString(chain);
      try (OutputStream sink = Files.newOutputStream(chain)) {
        sink.write(text.replace(before, after).getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static Reading reading(int minute, double value) {
    return Reading.of(
        DeviceId.of("fridge-1"),
        Metric.TEMPERATURE,
        YESTERDAY.plus(Duration.ofMinutes(minute)),
        value);
  }

  private static BookEntry record() {
    return new BookEntry(
        RecordId.of("r-1"),
        1,
        RecordKind.PATROL,
        YESTERDAY.minus(Duration.ofHours(12)),
        "p1",
        "",
        new RecordFields(Map.of("area", "kitchen", "note", "门封已修")),
        Provenance.LIVE,
        YESTERDAY);
  }

  private int run(String... arguments) {
    Output output = new Output(new PrintWriter(out, true), new PrintWriter(err, true));
    return new Cli(
            output,
            List.of(
                new ExportCommand(reader, catalogue, InstantSource.system(), output),
                new VerifyCommand(output)))
        .run(arguments);
  }
}
