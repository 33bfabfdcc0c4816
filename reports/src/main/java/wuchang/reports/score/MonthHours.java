package wuchang.reports.score;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import wuchang.domain.DeviceId;
import wuchang.domain.finding.Coverage;
import wuchang.domain.score.DeviceHours;
import wuchang.domain.site.Device;
import wuchang.reports.figure.DataHours;

/** The hours with good data of the devices in a month. */
final class MonthHours {
  private final ScoredMonth month;
  private final Scoring.Sources sources;
  private final Map<DeviceId, List<Coverage>> rows;

  MonthHours(ScoredMonth month, Scoring.Sources sources) {
    this.month = month;
    this.sources = sources;
    this.rows =
        sources.days().stream()
            .filter(row -> row.period().isWholeDay() && isIn(row.period().day()))
            .collect(Collectors.groupingBy(Coverage::device));
  }

  /** Of a device since it was watched first; of one that never was, nothing of the whole month. */
  DeviceHours of(Device device) {
    Map<LocalDate, Duration> days =
        DataHours.of(
            device, sources.watched().get(device.id()), rows.getOrDefault(device.id(), List.of()));
    LocalDate first = days.keySet().stream().min(LocalDate::compareTo).orElse(month.firstDay());
    return new DeviceHours(
        device.id(),
        Duration.between(first.atStartOfDay(month.zone()).toInstant(), month.to()),
        days.values().stream().reduce(Duration.ZERO, Duration::plus));
  }

  private boolean isIn(LocalDate day) {
    return !day.isBefore(month.firstDay()) && day.isBefore(month.until());
  }
}
