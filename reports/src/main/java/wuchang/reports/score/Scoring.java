package wuchang.reports.score;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.alert.AlertState;
import wuchang.domain.finding.Coverage;
import wuchang.domain.score.AreaSheet;
import wuchang.domain.score.Deduction;
import wuchang.domain.score.DeviceHours;
import wuchang.domain.score.Incident;
import wuchang.domain.score.ScoreWeights;
import wuchang.domain.site.Area;
import wuchang.domain.site.Site;
import wuchang.reports.figure.Basis;

/**
 * The sheets of a month (DOMAIN.md B5). Pure. A device is expected to prove something for the whole
 * month, as far as it is over: one that came later, or was not watched, is not proven for the rest.
 * Where one device is known too little of there is no score: a dead sensor does not hide behind the
 * others of its area.
 */
public final class Scoring {
  /**
   * What a month is scored from.
   *
   * @param watched the devices that rules look at, with what the evidence of each rests on
   * @param incidents of the month, and of {@link ScoreWeights#memory} before
   * @param days sums of evidence of the month's days
   */
  public record Sources(
      Site site,
      Map<DeviceId, Map<RuleId, Basis>> watched,
      List<Incident> incidents,
      List<Coverage> days) {
    public Sources {
      watched = Map.copyOf(watched);
      incidents = List.copyOf(incidents);
      days = List.copyOf(days);
    }
  }

  private final ScoredMonth month;
  private final Sources sources;
  private final ScoreWeights weights;
  private final Repeats repeats;
  private final MonthHours hours;

  private Scoring(ScoredMonth month, Sources sources, ScoreWeights weights) {
    this.month = month;
    this.sources = sources;
    this.weights = weights;
    this.repeats = new Repeats(sources.incidents(), weights);
    this.hours = new MonthHours(month, sources);
  }

  /** One sheet for each area with devices that are watched, in the order of the configuration. */
  public static List<AreaSheet> sheets(ScoredMonth month, Sources sources, ScoreWeights weights) {
    Scoring scoring = new Scoring(month, sources, weights);
    return sources.site().areas().values().stream()
        .flatMap(area -> scoring.sheet(area).stream())
        .toList();
  }

  private Optional<AreaSheet> sheet(Area area) {
    List<DeviceHours> devices =
        sources.site().devices().values().stream()
            .filter(device -> device.area().equals(area.id()))
            .filter(device -> sources.watched().containsKey(device.id()))
            .map(hours::of)
            .toList();
    if (devices.isEmpty()) {
      return Optional.empty();
    }
    List<Incident> incidents = incidents(area.id());
    return Optional.of(
        new AreaSheet(
            area.id(),
            area.responsible(),
            month.length().multipliedBy(devices.size()),
            devices.stream().map(DeviceHours::proven).reduce(Duration.ZERO, Duration::plus),
            devices.stream().min(Comparator.comparing(DeviceHours::coverage)),
            incidents.stream().filter(Incident::counts).map(this::deduction).toList(),
            count(incidents, true),
            count(incidents, false)));
  }

  /** What was withdrawn never was. */
  private List<Incident> incidents(AreaId area) {
    return sources.incidents().stream()
        .filter(incident -> incident.area().equals(area))
        .filter(incident -> incident.state() != AlertState.WITHDRAWN)
        .filter(incident -> !incident.raisedAt().isBefore(month.from()))
        .filter(incident -> incident.raisedAt().isBefore(month.to()))
        .sorted(Comparator.comparing(Incident::raisedAt).thenComparing(Incident::id))
        .toList();
  }

  private static int count(List<Incident> incidents, boolean falseAlarms) {
    return (int)
        incidents.stream()
            .filter(incident -> !incident.counts())
            .filter(incident -> incident.isFalseAlarm() == falseAlarms)
            .count();
  }

  private Deduction deduction(Incident incident) {
    boolean handled = isHandled(incident);
    boolean repeated = repeats.isRepeat(incident);
    BigDecimal points = weights.cost().getOrDefault(incident.severity(), BigDecimal.ZERO);
    points = handled ? points.multiply(weights.handled()) : points;
    points = repeated ? points.multiply(weights.repeated()) : points;
    return new Deduction(
        incident.id(),
        incident.rule(),
        incident.device(),
        incident.principle(),
        incident.severity(),
        incident.raisedAt(),
        handled,
        repeated,
        points.stripTrailingZeros());
  }

  private boolean isHandled(Incident incident) {
    Instant latest = incident.openedAt().plus(weights.acknowledge().get(incident.severity()));
    boolean taken = incident.acknowledgedAt().filter(at -> !at.isAfter(latest)).isPresent();
    return taken
        && incident
            .promisedAt()
            .flatMap(promised -> incident.closedAt().filter(at -> !at.isAfter(promised)))
            .isPresent();
  }
}
