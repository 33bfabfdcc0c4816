package wuchang.reports;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.finding.Coverage;
import wuchang.domain.site.Device;
import wuchang.reports.figure.Basis;
import wuchang.reports.figure.DataHours;

/** For how much of some days there is good data (数据完整率, DOMAIN.md B5), device by device. */
final class DataShares {
  private final Map<Device, Duration> known = new HashMap<>();
  private final Map<Device, Duration> expected = new HashMap<>();

  /**
   * Of the days in [from, to).
   *
   * @param expected how long they are; zero when only counts what is added up already
   */
  DataShares(Sources sources, LocalDate from, LocalDate to, Duration expected) {
    Map<DeviceId, List<Coverage>> rows =
        sources.wholeDays(from, to).collect(Collectors.groupingBy(Coverage::device));
    for (Device device : sources.site().devices().values()) {
      Map<RuleId, Basis> bases = sources.bases(device.id());
      if (!bases.isEmpty()) {
        List<Coverage> of = rows.getOrDefault(device.id(), List.of());
        Duration hours =
            DataHours.of(device, bases, of).values().stream().reduce(Duration.ZERO, Duration::plus);
        this.known.put(device, hours);
        this.expected.put(device, expected.isZero() ? over(of) : expected);
      }
    }
  }

  /** Of some devices together, 0 to 1. */
  double of(Predicate<Device> some) {
    Duration all = sum(expected, some);
    return all.isZero() ? 0 : (double) sum(known, some).toMillis() / all.toMillis();
  }

  private static Duration sum(Map<Device, Duration> of, Predicate<Device> some) {
    return of.entrySet().stream()
        .filter(entry -> some.test(entry.getKey()))
        .map(Map.Entry::getValue)
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static Duration over(List<Coverage> rows) {
    return rows.stream().map(Coverage::total).max(Duration::compareTo).orElse(Duration.ZERO);
  }
}
