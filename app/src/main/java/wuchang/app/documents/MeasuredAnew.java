package wuchang.app.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wuchang.domain.DeviceId;
import wuchang.domain.cycle.Cycle;
import wuchang.domain.reading.Consumption;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Reading;
import wuchang.domain.report.GoodReadings;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;
import wuchang.reports.figure.DayFigures;
import wuchang.reports.figure.SeriesDays;
import wuchang.reports.figure.Watched;

/**
 * Worked out from the stored readings each time that it is asked for.
 *
 * @param until what comes after is not looked at
 */
record MeasuredAnew(Store store, Site site, List<Watched> series, Instant until)
    implements Measured {
  @Override
  public List<DayFigures> figures(LocalDate first, LocalDate end) {
    // The database reads one series while another is folded.
    return series.parallelStream().flatMap(one -> figures(one, first, end).stream()).toList();
  }

  private List<DayFigures> figures(Watched watched, LocalDate first, LocalDate end) {
    SeriesDays days = new SeriesDays(watched, site.zone(), until);
    store.readings().each(watched.device(), watched.metric(), start(first), start(end), days);
    return days.days();
  }

  @Override
  public List<Cycle> cycles(Instant from, Instant to) {
    return List.copyOf(site.devices().keySet()).parallelStream()
        .flatMap(device -> store.cycles().of(device, from, to).stream())
        .toList();
  }

  @Override
  public Map<DeviceId, List<Consumption.Day>> meters(Instant from, Instant to) {
    return passed(site, store.readings(), from, to);
  }

  /** What passed the counters of a site, by readings from anywhere. */
  static Map<DeviceId, List<Consumption.Day>> passed(
      Site site, GoodReadings from, Instant first, Instant end) {
    Map<DeviceId, List<Consumption.Day>> meters = new LinkedHashMap<>();
    for (Device device : site.devices().values()) {
      Risks.counter(device)
          .ifPresent(
              metric ->
                  meters.put(device.id(), days(device, metric, from, first, end, site.zone())));
    }
    return meters;
  }

  private static List<Consumption.Day> days(
      Device device, Metric metric, GoodReadings from, Instant first, Instant end, ZoneId zone) {
    List<Reading> readings = new ArrayList<>();
    from.each(
        device.id(),
        metric,
        first,
        end,
        (at, value) ->
            readings.add(Reading.of(device.id(), metric, Instant.ofEpochMilli(at), value)));
    return Consumption.daily(readings, device.traits().nameplate(metric), zone);
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(site.zone()).toInstant();
  }
}
