package wuchang.reports.figure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wuchang.domain.report.GoodReadings;

/**
 * Makes the figures of each day of one series while its readings pass, in one go and a day's
 * memory. A reading that comes twice at one time stands for no time the first time.
 */
public final class SeriesDays implements GoodReadings.Sink {
  private final Watched series;
  private final ZoneId zone;
  private final long until;
  private final List<DayFigures> days = new ArrayList<>();
  private LocalDate day = LocalDate.MIN;
  private long dayEnd = Long.MIN_VALUE;
  private long[] times = {};
  private final Map<LocalTime, Double> shown = new HashMap<>();
  private boolean begun;
  private long at;
  private double value;
  private long n;
  private double min;
  private double max;
  private double sum;
  private long known;
  private long outside;

  /**
   * @param until nothing stands after this: what has not happened yet is not known
   */
  public SeriesDays(Watched series, ZoneId zone, Instant until) {
    this.series = series;
    this.zone = zone;
    this.until = until.toEpochMilli();
  }

  @Override
  public void take(long time, double seen) {
    if (begun) {
      stand(Math.min(time, dayEnd));
    }
    if (time >= dayEnd) {
      finish();
      begin(time);
    }
    at = time;
    value = seen;
    n++;
    sum += seen;
    min = Math.min(min, seen);
    max = Math.max(max, seen);
  }

  /** The days of which there were readings, in order; asked once, at the end. */
  public List<DayFigures> days() {
    if (begun) {
      stand(dayEnd);
      finish();
      begun = false;
    }
    return List.copyOf(days);
  }

  private void begin(long time) {
    day = Instant.ofEpochMilli(time).atZone(zone).toLocalDate();
    dayEnd = millis(day.plusDays(1), LocalTime.MIDNIGHT);
    times = DayFigures.TIMES.stream().mapToLong(t -> millis(day, t)).toArray();
    shown.clear();
    n = 0;
    min = Double.POSITIVE_INFINITY;
    max = Double.NEGATIVE_INFINITY;
    sum = 0;
    known = 0;
    outside = 0;
    begun = true;
  }

  /** The last reading stood until then, if it holds so long. */
  private void stand(long next) {
    long end = Math.min(Math.min(next, at + series.holds().toMillis()), until);
    long stood = Math.max(0, end - at);
    known += stood;
    if (series.isOutside(value)) {
      outside += stood;
    }
    for (int i = 0; i < times.length; i++) {
      if (times[i] >= at && times[i] < end) {
        shown.put(DayFigures.TIMES.get(i), value);
      }
    }
  }

  private void finish() {
    if (begun) {
      days.add(
          new DayFigures(
              day,
              series.device(),
              series.metric(),
              n,
              min,
              max,
              sum,
              Duration.ofMillis(known),
              Duration.ofMillis(outside),
              shown));
    }
  }

  private long millis(LocalDate date, LocalTime time) {
    return date.atTime(time).atZone(zone).toInstant().toEpochMilli();
  }
}
