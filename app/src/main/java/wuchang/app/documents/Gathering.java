package wuchang.app.documents;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.cycle.Cycle;
import wuchang.domain.finding.RuleCard;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Consumption;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Reading;
import wuchang.domain.record.RecordKind;
import wuchang.domain.report.ReportKind;
import wuchang.domain.report.ReportKind.Period;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;
import wuchang.reports.Sources;
import wuchang.reports.figure.DayFigures;
import wuchang.reports.figure.SeriesDays;
import wuchang.reports.figure.Watched;
import wuchang.rules.catalogue.Catalogue;
import wuchang.rules.catalogue.RuleDefinition;

/** Fetches what a document is made from, and nothing that it does not need. */
final class Gathering {
  /** So far back people's records may still have something due. */
  private static final Duration BOOK = Duration.ofDays(400);

  /** What came again within this is a repeat. */
  private static final Duration REPEATS = Duration.ofDays(30);

  private final Catalogue catalogue;
  private final Store store;
  private final Site site;
  private final ZoneId zone;
  private final Risks risks;
  private final Instant until;

  /**
   * @param until what comes after is not looked at
   */
  Gathering(Catalogue catalogue, Store store, Site site, Instant until) {
    this.catalogue = catalogue;
    this.store = store;
    this.site = site;
    this.zone = site.zone();
    this.risks = new Risks(catalogue, site);
    this.until = until;
  }

  Sources of(ReportKind kind, Period period) {
    boolean compares = kind == ReportKind.WEEKLY;
    boolean sums = kind == ReportKind.WEEKLY || kind == ReportKind.MONTHLY;
    Instant from = start(period.first());
    Instant to = start(period.end());
    LocalDate first = compares ? period.before().first() : period.first();
    boolean measures =
        kind != ReportKind.RISK_LIST && kind != ReportKind.ASSETS && kind != ReportKind.SCORE;
    return new Sources(
        site,
        cards(),
        risks.items(),
        store.incidents().touching(sums ? from.minus(REPEATS) : from, to),
        store.history().heard(from, to),
        kind == ReportKind.TEMPERATURE_LOG || !measures ? List.of() : cycles(from, to),
        store.coverage().days(first, period.end()),
        risks.series(),
        measures ? figures(first, period.end()) : List.of(),
        entries(to),
        sums ? meters(from, to) : Map.of());
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private Map<RuleId, RuleCard> cards() {
    return catalogue.rules().stream()
        .collect(Collectors.toMap(RuleDefinition::id, RuleDefinition::card));
  }

  private List<Cycle> cycles(Instant from, Instant to) {
    return site.devices().keySet().stream()
        .flatMap(device -> store.cycles().of(device, from, to).stream())
        .toList();
  }

  private List<DayFigures> figures(LocalDate first, LocalDate end) {
    List<DayFigures> all = new ArrayList<>();
    for (Watched series : risks.series()) {
      SeriesDays days = new SeriesDays(series, zone, until);
      store.readings().each(series.device(), series.metric(), start(first), start(end), days);
      all.addAll(days.days());
    }
    return all;
  }

  private List<BookEntry> entries(Instant to) {
    return store.history().entries(Set.of(RecordKind.values()), to.minus(BOOK), to);
  }

  private Map<DeviceId, List<Consumption.Day>> meters(Instant from, Instant to) {
    Map<DeviceId, List<Consumption.Day>> meters = new LinkedHashMap<>();
    for (Device device : site.devices().values()) {
      Risks.counter(device).ifPresent(m -> meters.put(device.id(), passed(device, m, from, to)));
    }
    return meters;
  }

  private List<Consumption.Day> passed(Device device, Metric metric, Instant from, Instant to) {
    List<Reading> readings = new ArrayList<>();
    store
        .readings()
        .each(
            device.id(),
            metric,
            from,
            to,
            (at, value) ->
                readings.add(Reading.of(device.id(), metric, Instant.ofEpochMilli(at), value)));
    return Consumption.daily(readings, device.traits().nameplate(metric), zone);
  }
}
