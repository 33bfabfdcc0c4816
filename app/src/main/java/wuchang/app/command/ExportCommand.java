package wuchang.app.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import wuchang.app.StoredHistory;
import wuchang.app.StoredScores;
import wuchang.app.cli.CommandFailure;
import wuchang.app.cli.ConfigFile;
import wuchang.app.cli.ExitCode;
import wuchang.app.cli.Output;
import wuchang.app.config.Config;
import wuchang.app.config.ConfigReader;
import wuchang.app.documents.DocumentExport;
import wuchang.app.documents.StoredDocuments;
import wuchang.app.inspection.InspectionPackage;
import wuchang.console.parts.Documents.Format;
import wuchang.console.view.Json;
import wuchang.console.view.ScoreView;
import wuchang.domain.Language;
import wuchang.domain.journal.History.StoreUnavailable;
import wuchang.domain.report.ReportKind;
import wuchang.domain.site.Site;
import wuchang.rules.catalogue.Catalogue;
import wuchang.store.Database;
import wuchang.store.StoreTables;
import wuchang.store.StoreTables.Table;

/** {@code wuchang export}: what is kept of a period, for others to read. */
@Command(
    name = "export",
    description = {
      "Writes what is kept of a period, while the server runs or not.",
      "",
      "  readings    csv json   readings, events and records, as replay and backtest read them",
      "  alerts      csv json   by the time they were raised",
      "  score       csv json   the 五常 score of each month (csv: the published ones)",
      "  daily weekly monthly risk-list   json csv html xlsx   one document; zip: all of the period",
      "  inspection  zip        all an inspector asks for, with the chain of hashes",
      ""
    })
public final class ExportCommand implements Callable<Integer> {
  private static final Duration USUAL = Duration.ofDays(30);
  private static final List<String> BINARY = List.of("zip", "xlsx");
  private static final List<String> DOCUMENT = List.of("json", "csv", "html", "xlsx", "zip");
  private static final Map<String, List<String>> FORMATS =
      Map.of(
          "readings",
          List.of("csv", "json"),
          "alerts",
          List.of("csv", "json"),
          "score",
          List.of("csv", "json"),
          "inspection",
          List.of("zip"),
          "daily",
          DOCUMENT,
          "weekly",
          DOCUMENT,
          "monthly",
          DOCUMENT,
          "risk-list",
          DOCUMENT);

  private final ConfigReader reader;
  private final Catalogue catalogue;
  private final InstantSource clock;
  private final Output output;

  @Mixin private ConfigFile own = new ConfigFile();

  @Option(names = "--kind", paramLabel = "KIND", required = true, description = "What.")
  private String kind = "";

  @Option(names = "--format", paramLabel = "F", description = "How (default: the first it has).")
  private @Nullable String format;

  @Option(
      names = "--from",
      paramLabel = "T",
      description = "From this time or date on (default: 30 days before the end).")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "T", description = "Up to this time (default: now).")
  private @Nullable String to;

  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      defaultValue = "zh",
      description = "The language of documents (default: ${DEFAULT-VALUE}).")
  private String language = "zh";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to (default: standard output). It is there when it is whole.")
  private @Nullable Path out;

  public ExportCommand(
      ConfigReader reader, Catalogue catalogue, InstantSource clock, Output output) {
    this.reader = reader;
    this.catalogue = catalogue;
    this.clock = clock;
    this.output = output;
  }

  /** Writes what was asked for. */
  @FunctionalInterface
  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  @Override
  public Integer call() throws CommandFailure {
    String wanted = format();
    Config config = own.load(reader, output);
    Instant end = to == null ? clock.instant() : Moment.parse("--to", to, config.site().zone());
    Instant start = from == null ? begin(end) : Moment.parse("--from", from, config.site().zone());
    if (!start.isBefore(end)) {
      throw CommandFailure.wrongUse("wuchang export: expected --to after --from");
    }
    if (out != null) {
      ResultFile.check("--out", out);
    }
    try (StoredHistory store = StoredHistory.open(config)) {
      write(
          isDocument()
              ? document(config, store.database(), wanted, start, end)
              : writing(config, store.database(), wanted, start, end));
      return ExitCode.DONE;
    } catch (IOException | UncheckedIOException | StoreUnavailable e) {
      throw CommandFailure.failed("wuchang export: " + e.getMessage());
    }
  }

  private Language language() throws CommandFailure {
    if (language.equals("zh") || language.equals("en")) {
      return Language.of(language);
    }
    throw CommandFailure.wrongUse(
        "wuchang export: «" + language + "» is no language; expected zh or en");
  }

  private Instant begin(Instant end) {
    return isDocument() ? end.minusMillis(1) : end.minus(USUAL);
  }

  /** Of the score there is a document, too; here its figures are wanted, month by month. */
  private boolean isDocument() {
    return !kind.equals("score") && ReportKind.of(kind).isPresent();
  }

  private String format() throws CommandFailure {
    List<String> formats = FORMATS.getOrDefault(kind, List.of());
    if (formats.isEmpty()) {
      throw CommandFailure.wrongUse(
          "wuchang export: «"
              + kind
              + "» is no kind; expected one of "
              + String.join(" ", FORMATS.keySet().stream().sorted().toList()));
    }
    String wanted = Optional.ofNullable(format).orElse(formats.get(0));
    if (!formats.contains(wanted)) {
      throw CommandFailure.wrongUse(
          "wuchang export: %s does not come as «%s»; expected one of %s"
              .formatted(kind, wanted, String.join(" ", formats)));
    }
    if (BINARY.contains(wanted) && out == null) {
      throw CommandFailure.wrongUse("wuchang export: " + wanted + " takes --out FILE");
    }
    return wanted;
  }

  private Writing document(
      Config config, Database database, String wanted, Instant start, Instant end)
      throws CommandFailure {
    Site site = config.site();
    LocalDate first = site.local(start).toLocalDate();
    LocalDate last = to == null ? first : site.local(end.minusMillis(1)).toLocalDate();
    DocumentExport documents =
        new DocumentExport(
            documents(config, database),
            ReportKind.of(kind).orElseThrow(),
            language(),
            first,
            last.plusDays(1));
    Optional<Format> format = Format.of(wanted);
    if (format.isPresent() && documents.count() > 1) {
      throw CommandFailure.wrongUse(
          "wuchang export: that is %d documents; expected --format zip, or one of them"
              .formatted(documents.count()));
    }
    return format.isPresent()
        ? sink -> documents.one(format.get(), sink)
        : sink -> documents.all(clock.instant(), sink);
  }

  private Writing writing(
      Config config, Database database, String wanted, Instant start, Instant end) {
    boolean json = wanted.equals("json");
    return switch (kind) {
      case "inspection" ->
          sink ->
              new InspectionPackage(
                      config.site(),
                      new RuleListing(catalogue, config.site()).files(),
                      documents(config, database),
                      database)
                  .write(start, end, clock.instant(), sink);
      case "score" ->
          json
              ? sink -> sink.write(scores(config, database, start, end))
              : table(database, Table.SCORES, false, start, end);
      case "alerts" -> table(database, Table.ALERTS, json, start, end);
      default -> table(database, Table.READINGS, json, start, end);
    };
  }

  private static Writing table(
      Database database, Table table, boolean json, Instant start, Instant end) {
    StoreTables tables = new StoreTables(database);
    return sink -> {
      if (json) {
        tables.json(table, start, end, sink);
      } else {
        tables.csv(table, start, end, sink);
      }
    };
  }

  private StoredDocuments documents(Config config, Database database) {
    return StoredDocuments.over(database, config::site, catalogue, stored(config, database), clock);
  }

  private StoredScores stored(Config config, Database database) {
    return StoredScores.over(database, config::site, catalogue, clock);
  }

  private byte[] scores(Config config, Database database, Instant start, Instant end) {
    StoredScores scores = stored(config, database);
    List<ScoreView> views = new ArrayList<>();
    YearMonth last = YearMonth.from(config.site().local(end.minusMillis(1)));
    YearMonth month = YearMonth.from(config.site().local(start));
    for (; !month.isAfter(last); month = month.plusMonths(1)) {
      views.add(ScoreView.of(scores.of(month, Optional.empty(), Optional.empty())));
    }
    return (Json.write(views) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private void write(Writing writing) throws IOException {
    if (out == null) {
      try (OutputStream standard = new FileOutputStream(FileDescriptor.out)) {
        writing.to(standard);
      }
      return;
    }
    Path unfinished = out.resolveSibling(out.getFileName() + ".part");
    try {
      try (OutputStream file = Files.newOutputStream(unfinished)) {
        writing.to(file);
      }
      Files.move(unfinished, out, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
