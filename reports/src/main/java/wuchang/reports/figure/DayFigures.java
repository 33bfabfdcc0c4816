package wuchang.reports.figure;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Metric;

/**
 * A series on one day of the site. Every good reading stands until the next one, for as long as it
 * holds, or until the day's end, whichever comes first.
 *
 * @param n good readings, at least one
 * @param sum of their values
 * @param known for how much of the day a reading stood
 * @param outside of it, for how much the value was out of range
 * @param shown the value that stood at the fixed times; one at which none stood is missing
 */
public record DayFigures(
    LocalDate day,
    DeviceId device,
    Metric metric,
    long n,
    double min,
    double max,
    double sum,
    Duration known,
    Duration outside,
    Map<LocalTime, Double> shown) {
  /** The times of the paper form. */
  public static final List<LocalTime> TIMES =
      List.of(
          LocalTime.of(6, 0),
          LocalTime.of(10, 0),
          LocalTime.of(14, 0),
          LocalTime.of(18, 0),
          LocalTime.of(22, 0));

  public DayFigures {
    shown = Map.copyOf(shown);
  }

  public double mean() {
    return sum / n;
  }
}
