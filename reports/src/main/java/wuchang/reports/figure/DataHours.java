package wuchang.reports.figure;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import wuchang.domain.RuleId;
import wuchang.domain.finding.Coverage;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.Device;

/**
 * The hours of which there is good data of a device (DOMAIN.md B5), told from what its rules could
 * say. A rule that needs no readings tells nothing of them: that a probe is silent, or its
 * calibration in date, is known without a single one. Of several sensors the poorest counts, hour
 * for hour as far as a day's sums can tell; of the rules about one, the one that knew most, since
 * some learn for weeks.
 */
public final class DataHours {
  /** What a device of these kinds is there to measure: without it nothing is known of it. */
  private static final Set<Metric> ESSENTIAL =
      Set.of(Metric.TEMPERATURE, Metric.HUMIDITY, Metric.WATER_TOTAL);

  private final Map<RuleId, Basis> rules;
  private final Map<LocalDate, List<Coverage>> days = new TreeMap<>();
  private final List<Sensor> sensors = new ArrayList<>();

  /** Those of its rules that need the same readings, and from when on it is expected to speak. */
  private record Sensor(Set<Metric> metrics, LocalDate from) {}

  private DataHours(Map<RuleId, Basis> rules, List<Coverage> rows) {
    this.rules = rules;
    rows.forEach(row -> days.computeIfAbsent(row.period().day(), d -> new ArrayList<>()).add(row));
  }

  /**
   * Of a device, day by day; a day without a row is not there.
   *
   * @param rules those in force on it
   * @param rows its sums of whole days
   */
  public static Map<LocalDate, Duration> of(
      Device device, Map<RuleId, Basis> rules, List<Coverage> rows) {
    DataHours hours = new DataHours(rules, rows);
    hours.findSensors(device);
    Map<LocalDate, Duration> known = new TreeMap<>();
    hours.days.forEach((day, of) -> known.put(day, hours.known(day, of)));
    return known;
  }

  /**
   * A sensor that the device is not there for (a door, a battery) is expected from the first day on
   * that it said anything: most devices have none.
   */
  private void findSensors(Device device) {
    Metric first = device.kind().metrics().get(0);
    for (Set<Metric> metrics : apart()) {
      if (ESSENTIAL.contains(first) && metrics.contains(first)) {
        sensors.add(new Sensor(metrics, LocalDate.MIN));
      } else {
        days.entrySet().stream()
            .filter(day -> !most(day.getValue(), needing(metrics)).isZero())
            .findFirst()
            .ifPresent(day -> sensors.add(new Sensor(metrics, day.getKey())));
      }
    }
  }

  /** What rules need, such that no metric is in two of them. */
  private List<Set<Metric>> apart() {
    List<Set<Metric>> apart = new ArrayList<>();
    for (Basis basis : rules.values()) {
      Set<Metric> joined = new HashSet<>(basis.needs());
      for (Set<Metric> other : List.copyOf(apart)) {
        if (other.stream().anyMatch(joined::contains)) {
          joined.addAll(other);
          apart.remove(other);
        }
      }
      if (!joined.isEmpty()) {
        apart.add(joined);
      }
    }
    return apart;
  }

  private Duration known(LocalDate day, List<Coverage> rows) {
    if (rules.values().stream().allMatch(basis -> basis.needs().isEmpty())) {
      return standing(rows);
    }
    return sensors.stream()
        .filter(sensor -> !day.isBefore(sensor.from()))
        .map(sensor -> most(rows, needing(sensor.metrics())))
        .min(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /**
   * Of a device that speaks on events only: it is heard unless somebody knows that it is silent.
   */
  private Duration standing(List<Coverage> rows) {
    return rows.stream()
        .filter(row -> is(row, Basis::silence))
        .map(Coverage::compliant)
        .min(Duration::compareTo)
        .orElseGet(() -> most(rows, basis -> true));
  }

  private static Predicate<Basis> needing(Set<Metric> metrics) {
    return basis -> basis.needs().stream().anyMatch(metrics::contains);
  }

  private Duration most(List<Coverage> rows, Predicate<Basis> of) {
    return rows.stream()
        .filter(row -> is(row, of))
        .map(row -> row.compliant().plus(row.breach()))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private boolean is(Coverage row, Predicate<Basis> of) {
    Basis basis = rules.get(row.rule());
    return basis != null && of.test(basis);
  }
}
