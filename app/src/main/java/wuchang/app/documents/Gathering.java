package wuchang.app.documents;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import wuchang.domain.RuleId;
import wuchang.domain.finding.RuleCard;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.record.RecordKind;
import wuchang.domain.report.ReportKind;
import wuchang.domain.report.ReportKind.Period;
import wuchang.domain.site.Site;
import wuchang.reports.RiskItem;
import wuchang.reports.Sources;
import wuchang.reports.Timetable.Due;
import wuchang.reports.figure.Watched;
import wuchang.rules.catalogue.Catalogue;
import wuchang.rules.catalogue.RuleDefinition;

/** Fetches what a document is made from, and nothing that it does not need. */
final class Gathering {
  /** So far back people's records may still have something due. */
  private static final Duration BOOK = Duration.ofDays(400);

  /** What came again within this is a repeat. */
  private static final Duration REPEATS = Duration.ofDays(30);

  private final Store store;
  private final Site site;
  private final ZoneId zone;
  private final Measured measured;
  private final Map<RuleId, RuleCard> cards;
  private final List<RiskItem> risks;
  private final List<Watched> series;

  private Gathering(
      Catalogue catalogue, Store store, Site site, Function<List<Watched>, Measured> measured) {
    Risks found = new Risks(catalogue, site);
    this.store = store;
    this.site = site;
    this.zone = site.zone();
    this.cards =
        catalogue.rules().stream()
            .collect(Collectors.toMap(RuleDefinition::id, RuleDefinition::card));
    this.risks = found.items();
    this.series = found.series();
    this.measured = measured.apply(series);
  }

  /**
   * For one document.
   *
   * @param until what comes after is not looked at
   */
  static Gathering forOne(Catalogue catalogue, Store store, Site site, Instant until) {
    return new Gathering(
        catalogue, store, site, series -> new MeasuredAnew(store, site, series, until));
  }

  /** For several, made one after the other: readings are read once for all of them. */
  static Gathering forAll(
      Catalogue catalogue, Store store, Site site, Instant until, List<Due> documents) {
    Period span = new Period(first(documents), end(documents));
    return new Gathering(
        catalogue,
        store,
        site,
        series -> new MeasuredOnce(new MeasuredAnew(store, site, series, until), span));
  }

  private static LocalDate first(List<Due> documents) {
    return documents.stream()
        .map(due -> compared(due.kind(), due.kind().of(due.day())))
        .min(LocalDate::compareTo)
        .orElseThrow();
  }

  private static LocalDate end(List<Due> documents) {
    return documents.stream()
        .map(due -> due.kind().of(due.day()).end())
        .max(LocalDate::compareTo)
        .orElseThrow();
  }

  /** The first day that a document needs figures of: a week is compared with the one before. */
  private static LocalDate compared(ReportKind kind, Period period) {
    return kind == ReportKind.WEEKLY ? period.before().first() : period.first();
  }

  Sources of(ReportKind kind, Period period) {
    boolean sums = kind == ReportKind.WEEKLY || kind == ReportKind.MONTHLY;
    Instant from = start(period.first());
    Instant to = start(period.end());
    LocalDate first = compared(kind, period);
    boolean measures =
        kind != ReportKind.RISK_LIST && kind != ReportKind.ASSETS && kind != ReportKind.SCORE;
    return new Sources(
        site,
        cards,
        risks,
        store.incidents().touching(sums ? from.minus(REPEATS) : from, to),
        store.history().heard(from, to),
        kind == ReportKind.TEMPERATURE_LOG || !measures ? List.of() : measured.cycles(from, to),
        store.coverage().days(first, period.end()),
        series,
        measures ? measured.figures(first, period.end()) : List.of(),
        entries(to),
        sums ? measured.meters(from, to) : Map.of());
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private List<BookEntry> entries(Instant to) {
    return store.history().entries(Set.of(RecordKind.values()), to.minus(BOOK), to);
  }
}
