package wuchang.app.documents;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import wuchang.console.parts.Documents;
import wuchang.console.parts.Scores;
import wuchang.domain.Language;
import wuchang.domain.report.KeptDocuments;
import wuchang.domain.report.KeptDocuments.Kept;
import wuchang.domain.report.ReportKind;
import wuchang.domain.report.ReportKind.Period;
import wuchang.domain.score.Score;
import wuchang.domain.site.Site;
import wuchang.reports.DailyDocument;
import wuchang.reports.DailyRecord;
import wuchang.reports.PeriodDocument;
import wuchang.reports.Registers;
import wuchang.reports.ScoreDocument;
import wuchang.reports.Sources;
import wuchang.reports.Timetable.Due;
import wuchang.reports.document.Document;
import wuchang.reports.document.DocumentCsv;
import wuchang.reports.document.DocumentHtml;
import wuchang.reports.document.DocumentJson;
import wuchang.reports.document.DocumentXlsx;
import wuchang.rules.StoredCycles;
import wuchang.rules.catalogue.Catalogue;
import wuchang.store.Database;
import wuchang.store.JdbcChain;
import wuchang.store.JdbcCoverage;
import wuchang.store.JdbcDocuments;
import wuchang.store.JdbcGoodReadings;
import wuchang.store.JdbcHistory;
import wuchang.store.JdbcIncidents;

/** Documents from what the store holds. Made twice from the same, they are the same to the byte. */
public record StoredDocuments(
    Supplier<Site> site,
    Catalogue catalogue,
    Store store,
    Scores scores,
    KeptDocuments kept,
    InstantSource clock)
    implements Documents {
  /** So many months before are shown beside one. */
  private static final int TREND = 5;

  /** From all that a database holds. */
  public static StoredDocuments over(
      Database database,
      Supplier<Site> site,
      Catalogue catalogue,
      Scores scores,
      InstantSource clock) {
    JdbcHistory history = new JdbcHistory(database);
    return new StoredDocuments(
        site,
        catalogue,
        new Store(
            history,
            new StoredCycles(catalogue, site, history),
            new JdbcCoverage(database),
            new JdbcIncidents(database),
            new JdbcGoodReadings(database),
            new JdbcChain(database)::head),
        scores,
        new JdbcDocuments(database),
        clock);
  }

  @Override
  public Optional<Made> make(
      ReportKind kind, LocalDate day, OptionalInt version, Format format, Language language) {
    Optional<Kept> found = keeping().find(kind, day, version, site.get().zone());
    Optional<Document> document =
        found
            .map(made -> DocumentJson.read(made.content()))
            .or(
                () ->
                    version.isPresent()
                        ? Optional.empty()
                        : Optional.of(document(kind, day, clock.instant())));
    return document.map(made -> new Made(made.fileName(), written(made, format, language)));
  }

  @Override
  public List<KeptDocuments.Entry> kept(LocalDate from, LocalDate to) {
    return kept.list(from, to);
  }

  /** What makes them on schedule. */
  public Keeping keeping() {
    return new Keeping(this, kept, store.coverage(), clock);
  }

  /** The document of a kind about a day, its week or its month, as it stands at an instant. */
  public Document document(ReportKind kind, LocalDate day, Instant madeAt) {
    return document(
        new Due(kind, day), madeAt, Gathering.forOne(catalogue, store, site.get(), madeAt));
  }

  /**
   * Makes documents as they stand at an instant, each when it is asked for. Together they cost much
   * less than one by one, for what several of them say of readings is worked out once.
   *
   * @param all what may be asked for, at least one
   */
  public Function<Due, Document> together(List<Due> all, Instant madeAt) {
    Gathering gathering = Gathering.forAll(catalogue, store, site.get(), madeAt, all);
    return due -> document(due, madeAt, gathering);
  }

  /** The same, but what was kept of a time that is over is given as it was kept last. */
  public Function<Due, Document> newest(List<Due> all, Instant madeAt) {
    Keeping keeping = keeping();
    Function<Due, Document> anew =
        all.isEmpty() ? due -> document(due.kind(), due.day(), madeAt) : together(all, madeAt);
    return due ->
        keeping
            .find(due.kind(), due.day(), OptionalInt.empty(), site.get().zone())
            .map(found -> DocumentJson.read(found.content()))
            .orElseGet(() -> anew.apply(due));
  }

  /** Whether there is any evidence of a period: the system was there. */
  public boolean isWatched(Period period) {
    return !store.coverage().days(period.first(), period.end()).isEmpty();
  }

  private Document document(Due due, Instant madeAt, Gathering gathering) {
    LocalDate day = due.day();
    Period period = due.kind().of(day);
    Sources sources = gathering.of(due.kind(), period);
    return switch (due.kind()) {
      case DAILY -> daily(DailyRecord.of(day, madeAt, sources), sources);
      case WEEKLY -> PeriodDocument.weekly(period, madeAt, sources);
      case MONTHLY ->
          PeriodDocument.monthly(
              period, madeAt, sources, ScoreDocument.sections(period, sources, months(day)));
      case RISK_LIST -> Registers.riskList(period, madeAt, sources);
      case TEMPERATURE_LOG -> Registers.temperatures(period, madeAt, sources);
      case ASSETS -> Registers.assets(period, madeAt, sources);
      case SCORE -> ScoreDocument.of(period, madeAt, sources, months(day));
    };
  }

  /** With the head of the chain as it was then: a day bears witness to those before. */
  private Document daily(DailyRecord made, Sources sources) {
    return DailyDocument.of(made, sources, store.heads().apply(made.until()));
  }

  /** The score of the day's month and of those before, as far as anything was watched. */
  private Map<YearMonth, Score> months(LocalDate day) {
    Map<YearMonth, Score> months = new LinkedHashMap<>();
    for (int back = TREND; back >= 0; back--) {
      YearMonth month = YearMonth.from(day).minusMonths(back);
      if (isWatched(new Period(month.atDay(1), month.plusMonths(1).atDay(1)))) {
        months.put(month, scores.of(month, Optional.empty(), Optional.empty()).score());
      }
    }
    return months;
  }

  /** A document in several forms and languages, at once on all processors; in their order. */
  public static List<byte[]> written(
      Document document, List<Format> formats, List<Language> languages) {
    return formats.stream()
        .flatMap(format -> languages.stream().map(language -> new Form(format, language)))
        .toList()
        .parallelStream()
        .map(form -> written(document, form.format(), form.language()))
        .toList();
  }

  /** How a document is written. */
  private record Form(Format format, Language language) {}

  /** A document in one of its forms. */
  public static byte[] written(Document document, Format format, Language language) {
    return switch (format) {
      case JSON -> DocumentJson.of(document).getBytes(StandardCharsets.UTF_8);
      case HTML -> DocumentHtml.of(document, language).getBytes(StandardCharsets.UTF_8);
      case CSV -> DocumentCsv.of(document, language);
      case XLSX -> DocumentXlsx.of(document, language);
    };
  }
}
