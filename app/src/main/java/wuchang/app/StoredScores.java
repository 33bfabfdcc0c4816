package wuchang.app;

import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import wuchang.console.parts.Scores;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.RuleId;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.finding.Coverage;
import wuchang.domain.journal.CoverageRecords;
import wuchang.domain.score.AreaSheet;
import wuchang.domain.score.Incidents;
import wuchang.domain.score.PublishedScores;
import wuchang.domain.score.PublishedScores.Published;
import wuchang.domain.score.Score;
import wuchang.domain.score.ScoreWeights;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;
import wuchang.reports.figure.Basis;
import wuchang.reports.score.ScoredMonth;
import wuchang.reports.score.Scoring;
import wuchang.rules.catalogue.Catalogue;
import wuchang.rules.catalogue.RulesInForce;
import wuchang.rules.kernel.Rule;
import wuchang.store.Database;
import wuchang.store.JdbcCoverage;
import wuchang.store.JdbcIncidents;
import wuchang.store.JdbcScores;

/** Scores from what the store holds. A published month is read as it was published. */
public record StoredScores(
    Supplier<Site> site,
    Catalogue catalogue,
    Incidents incidents,
    CoverageRecords coverage,
    PublishedScores published,
    InstantSource clock)
    implements Scores {
  private static final String MONTH_END = "月末结算 / month end";

  /** From all that a database holds. */
  public static StoredScores over(
      Database database, Supplier<Site> site, Catalogue catalogue, InstantSource clock) {
    return new StoredScores(
        site,
        catalogue,
        new JdbcIncidents(database),
        new JdbcCoverage(database),
        new JdbcScores(database),
        clock);
  }

  @Override
  public Scored of(YearMonth month, Optional<AreaId> area, Optional<PersonId> person) {
    Scored whole = published.newest(month).map(this::scored).orElseGet(() -> standing(month));
    List<AreaSheet> asked =
        whole.score().sheets().stream()
            .filter(sheet -> area.isEmpty() || area.get().equals(sheet.area()))
            .filter(sheet -> person.isEmpty() || person.equals(sheet.responsible()))
            .toList();
    return new Scored(
        month, whole.until(), new Score(asked, whole.score().weights()), whole.published());
  }

  @Override
  public Optional<Scored> correct(YearMonth month, String by, String reason) {
    return published
        .newest(month)
        .flatMap(before -> publish(month, before.version() + 1, by, reason));
  }

  /**
   * Publishes the last month that is over, unless it is published already, or nothing was watched
   * in it.
   */
  public Optional<Scored> publishClosed() {
    YearMonth month = ScoredMonth.lastClosed(site.get().zone(), clock.instant());
    ScoredMonth scored = ScoredMonth.of(month, site.get().zone(), clock.instant());
    return published.newest(month).isPresent() || days(scored).isEmpty()
        ? Optional.empty()
        : publish(month, 1, AlertStep.SYSTEM, MONTH_END);
  }

  private Optional<Scored> publish(YearMonth month, int version, String by, String reason) {
    Score score = standing(month).score();
    Published made =
        new Published(
            month, version, score.weights().version(), clock.instant(), by, reason, score.sheets());
    return published.publish(made) ? Optional.of(scored(made)) : Optional.empty();
  }

  private Scored scored(Published made) {
    return new Scored(
        made.month(),
        made.month().plusMonths(1).atDay(1),
        new Score(made.sheets(), ScoreWeights.of(made.weights())),
        Optional.of(made));
  }

  private Scored standing(YearMonth month) {
    Site now = site.get();
    ScoreWeights weights = ScoreWeights.CURRENT;
    ScoredMonth scored = ScoredMonth.of(month, now.zone(), clock.instant());
    Instant from = scored.from().minus(weights.memory());
    Scoring.Sources sources =
        new Scoring.Sources(now, watched(now), incidents.raised(from, scored.to()), days(scored));
    return new Scored(
        month,
        scored.until(),
        new Score(Scoring.sheets(scored, sources, weights), weights),
        Optional.empty());
  }

  private List<Coverage> days(ScoredMonth month) {
    return coverage.days(month.firstDay(), month.until());
  }

  private Map<DeviceId, Map<RuleId, Basis>> watched(Site now) {
    RulesInForce rules = new RulesInForce(catalogue, now);
    return now.devices().values().stream()
        .filter(device -> !rules.on(device).isEmpty())
        .collect(Collectors.toMap(Device::id, device -> bases(device, rules)));
  }

  private static Map<RuleId, Basis> bases(Device device, RulesInForce rules) {
    return rules.on(device).stream()
        .collect(Collectors.toMap(on -> on.rule().id(), on -> basis(on, rules)));
  }

  /** What the evidence of a rule on a device rests on. */
  public static Basis basis(RulesInForce.OnDevice on, RulesInForce rules) {
    Rule made = rules.made(on);
    return new Basis(made.needs(), made.isAboutSilence());
  }
}
