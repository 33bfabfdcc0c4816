package wuchang.reports.score;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.alert.AlertState;
import wuchang.domain.finding.Coverage;
import wuchang.domain.score.AreaSheet;
import wuchang.domain.score.Deduction;
import wuchang.domain.score.Incident;
import wuchang.domain.score.ScoreWeights;
import wuchang.domain.site.Area;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;

/**
 * The sheets of a month (DOMAIN.md B5). Pure. A device is expected to prove something for the whole
 * month, as far as it is over: one that came later, or was not watched, is not proven for the rest.
 */
public final class Scoring {
  /**
   * What a month is scored from.
   *
   * @param watched the devices that rules look at
   * @param incidents of the month, and of {@link ScoreWeights#memory} before
   * @param days sums of evidence of the month's days
   */
  public record Sources(
      Site site, Set<DeviceId> watched, List<Incident> incidents, List<Coverage> days) {
    public Sources {
      watched = Set.copyOf(watched);
      incidents = List.copyOf(incidents);
      days = List.copyOf(days);
    }
  }

  private final ScoredMonth month;
  private final Sources sources;
  private final ScoreWeights weights;
  private final Repeats repeats;
  private final Map<DeviceId, Duration> proven;

  private Scoring(ScoredMonth month, Sources sources, ScoreWeights weights) {
    this.month = month;
    this.sources = sources;
    this.weights = weights;
    this.repeats = new Repeats(sources.incidents(), weights);
    this.proven = proven(month, sources.days());
  }

  /** One sheet for each area with devices that are watched, in the order of the configuration. */
  public static List<AreaSheet> sheets(ScoredMonth month, Sources sources, ScoreWeights weights) {
    Scoring scoring = new Scoring(month, sources, weights);
    return sources.site().areas().values().stream()
        .flatMap(area -> scoring.sheet(area).stream())
        .toList();
  }

  private Optional<AreaSheet> sheet(Area area) {
    List<DeviceId> devices =
        sources.site().devices().values().stream()
            .filter(device -> device.area().equals(area.id()))
            .map(Device::id)
            .filter(sources.watched()::contains)
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
            devices.stream()
                .map(device -> proven.getOrDefault(device, Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus),
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

  /** Of each device the hours with good data: the mean over its rules, day by day. */
  private static Map<DeviceId, Duration> proven(ScoredMonth month, List<Coverage> days) {
    Map<DeviceId, Map<Coverage.Period, List<Duration>>> byDay = new HashMap<>();
    for (Coverage row : days) {
      boolean within =
          row.period().isWholeDay()
              && !row.period().day().isBefore(month.firstDay())
              && row.period().day().isBefore(month.until());
      if (within) {
        byDay
            .computeIfAbsent(row.device(), device -> new HashMap<>())
            .computeIfAbsent(row.period(), period -> new ArrayList<>())
            .add(row.compliant().plus(row.breach()));
      }
    }
    return byDay.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, device -> sum(device.getValue())));
  }

  private static Duration sum(Map<Coverage.Period, List<Duration>> days) {
    return days.values().stream()
        .map(rules -> rules.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(rules.size()))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
