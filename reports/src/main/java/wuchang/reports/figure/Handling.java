package wuchang.reports.figure;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.domain.Severity;
import wuchang.domain.alert.AlertState;
import wuchang.domain.score.Incident;

/**
 * How many incidents there were in a time, and how they were handled. Only those count that count
 * in the score: what was withdrawn, suppressed or a false alarm does not.
 *
 * @param bySeverity of those that count
 * @param early those that warned of what had not happened yet
 * @param acknowledging MTTA: from when the system knew to when somebody took it on, the mean over
 *     those that were taken on
 * @param resolving MTTR: from when it was raised to when it was right again or closed, the mean
 *     over those that are
 */
public record Handling(
    Map<Severity, Integer> bySeverity,
    int early,
    int falseAlarms,
    int suppressed,
    int acknowledged,
    Optional<Duration> acknowledging,
    Optional<Duration> resolving) {
  public Handling {
    bySeverity = Map.copyOf(bySeverity);
  }

  /** Of the incidents raised in [from, to). */
  public static Handling of(List<Incident> incidents, Instant from, Instant to) {
    List<Incident> raised =
        incidents.stream()
            .filter(i -> i.state() != AlertState.WITHDRAWN && isIn(i, from, to))
            .toList();
    List<Incident> counted = raised.stream().filter(Incident::counts).toList();
    Map<Severity, Integer> bySeverity = new EnumMap<>(Severity.class);
    Arrays.stream(Severity.values()).forEach(severity -> bySeverity.put(severity, 0));
    counted.forEach(incident -> bySeverity.merge(incident.severity(), 1, Integer::sum));
    int falseAlarms = (int) raised.stream().filter(Incident::isFalseAlarm).count();
    return new Handling(
        bySeverity,
        (int) counted.stream().filter(Incident::early).count(),
        falseAlarms,
        raised.size() - counted.size() - falseAlarms,
        (int) counted.stream().filter(i -> i.acknowledgedAt().isPresent()).count(),
        mean(
            counted.stream()
                .flatMap(i -> i.acknowledgedAt().map(at -> between(i.openedAt(), at)).stream())
                .toList()),
        mean(
            counted.stream()
                .flatMap(i -> i.until().map(at -> between(i.raisedAt(), at)).stream())
                .toList()));
  }

  public static boolean isIn(Incident incident, Instant from, Instant to) {
    return !incident.raisedAt().isBefore(from) && incident.raisedAt().isBefore(to);
  }

  public int counted() {
    return bySeverity.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** 事前率: the share of the early ones, 0 to 1; empty where there was nothing. */
  public Optional<Double> earlyShare() {
    return counted() == 0 ? Optional.empty() : Optional.of((double) early / counted());
  }

  private static Duration between(Instant from, Instant to) {
    return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
  }

  private static Optional<Duration> mean(List<Duration> all) {
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(all.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(all.size()));
  }
}
