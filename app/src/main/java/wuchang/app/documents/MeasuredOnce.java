package wuchang.app.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import wuchang.domain.DeviceId;
import wuchang.domain.cycle.Cycle;
import wuchang.domain.reading.Consumption;
import wuchang.domain.reading.Metric;
import wuchang.domain.report.GoodReadings;
import wuchang.domain.report.ReportKind.Period;
import wuchang.domain.site.Site;
import wuchang.reports.figure.DayFigures;

/**
 * Worked out once for some time, when it is first asked for, and handed out in parts: a month of
 * records reads the readings once and not once for each day, week and form. What lies outside of
 * that time is not there. The readings of counters are held, some megabytes a month; of the others
 * only the figures. Not to be shared between threads.
 */
final class MeasuredOnce implements Measured {
  private final Measured anew;
  private final Site site;
  private final GoodReadings counters;
  private final Period span;
  private List<DayFigures> figures = List.of();
  private List<Cycle> cycles = List.of();
  private boolean figured;
  private boolean cycled;

  /**
   * @param span what documents are about that ask, with what they compare it to
   */
  MeasuredOnce(MeasuredAnew anew, Period span) {
    this.anew = anew;
    this.site = anew.site();
    this.span = span;
    this.counters = new Held(anew.store().readings());
  }

  @Override
  public List<DayFigures> figures(LocalDate first, LocalDate end) {
    if (!figured) {
      figures = anew.figures(span.first(), span.end());
      figured = true;
    }
    return figures.stream()
        .filter(day -> !day.day().isBefore(first) && day.day().isBefore(end))
        .toList();
  }

  @Override
  public List<Cycle> cycles(Instant from, Instant to) {
    if (!cycled) {
      cycles = anew.cycles(start(span.first()), start(span.end()));
      cycled = true;
    }
    return cycles.stream()
        .filter(cycle -> !cycle.end().isBefore(from) && cycle.end().isBefore(to))
        .toList();
  }

  @Override
  public Map<DeviceId, List<Consumption.Day>> meters(Instant from, Instant to) {
    return MeasuredAnew.passed(site, counters, from, to);
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(site.zone()).toInstant();
  }

  /** Series of counters as they were read once. */
  private final class Held implements GoodReadings {
    private final GoodReadings stored;
    private final Map<DeviceId, List<double[]>> held = new HashMap<>();

    Held(GoodReadings stored) {
      this.stored = stored;
    }

    @Override
    public void each(DeviceId device, Metric metric, Instant from, Instant to, Sink sink) {
      Function<DeviceId, List<double[]>> read =
          id -> {
            List<double[]> all = new ArrayList<>();
            stored.each(
                id,
                metric,
                start(span.first()),
                start(span.end()),
                (at, value) -> all.add(new double[] {at, value}));
            return all;
          };
      for (double[] one : held.computeIfAbsent(device, read)) {
        if (one[0] >= from.toEpochMilli() && one[0] < to.toEpochMilli()) {
          sink.take((long) one[0], one[1]);
        }
      }
    }
  }
}
