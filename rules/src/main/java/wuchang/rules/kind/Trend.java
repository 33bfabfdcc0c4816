package wuchang.rules.kind;

import java.util.Arrays;
import wuchang.domain.Unit;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/**
 * A temperature that rises steadily behind a closed door and would pass its limit soon: a line is
 * laid through the samples of a window by least squares. An open door begins the window anew.
 *
 * @param rate K/h from which on it is wrong
 * @param clear K/h below which it is right again
 * @param limit °C, not to be passed
 * @param window milliseconds, of samples and of looking ahead
 */
public record Trend(double rate, double clear, double limit, long window)
    implements Kind<Trend.Line> {
  private static final double HOUR = 3_600_000;
  private static final int LEAST_SAMPLES = 8;
  private static final double LEAST_FIT = 0.8;

  /** So many samples are kept of a window, though a device may send more. */
  private static final int MOST_SAMPLES = 24;

  /** The window counts as full a little before: samples do not come to the second. */
  private static final double FULL = 0.9;

  /**
   * What is known of the window; its arrays are never changed.
   *
   * @param times of the samples, oldest first
   * @param values of the samples
   * @param slope K/h
   * @param fit the coefficient of determination
   * @param now the line's value at the newest sample; NaN while there is no line
   */
  static final class Line {
    private static final Line OPEN = none(new long[0], new double[0], true);
    private static final Line EMPTY = none(new long[0], new double[0], false);

    private final long[] times;
    private final double[] values;
    private final boolean open;
    private final double slope;
    private final double fit;
    private final double now;

    private Line(
        long[] times, double[] values, boolean open, double slope, double fit, double now) {
      this.times = times;
      this.values = values;
      this.open = open;
      this.slope = slope;
      this.fit = fit;
      this.now = now;
    }

    private static Line none(long[] times, double[] values, boolean open) {
      return new Line(times, values, open, Double.NaN, 0, Double.NaN);
    }
  }

  @Override
  public Line blank(long from) {
    return Line.EMPTY;
  }

  @Override
  public boolean wants(Metric metric) {
    return metric == Metric.TEMPERATURE || metric == Metric.DOOR_OPEN;
  }

  @Override
  public boolean refreshedBy(Metric metric) {
    return metric == Metric.TEMPERATURE;
  }

  @Override
  public Line remember(Line was, Observation observation) {
    Reading reading = (Reading) observation;
    if (reading.metric() == Metric.DOOR_OPEN) {
      boolean opens = reading.value() != 0;
      return opens ? Line.OPEN : closed(was);
    }
    long at = reading.time().toEpochMilli();
    int n = was.times.length;
    if (was.open || n > 0 && at - was.times[n - 1] < window / MOST_SAMPLES) {
      return was;
    }
    int first = 0;
    while (first < n && was.times[first] < at - window) {
      first++;
    }
    long[] times = Arrays.copyOfRange(was.times, first, n + 1);
    double[] values = Arrays.copyOfRange(was.values, first, n + 1);
    times[n - first] = at;
    values[n - first] = reading.value();
    return line(times, values, window);
  }

  @Override
  public Verdict verdict(Line line, long at) {
    if (line.open || Double.isNaN(line.now) || line.slope < clear) {
      return Verdict.RIGHT;
    }
    double soon = line.now + line.slope * window / HOUR;
    boolean rising = line.slope >= rate && line.fit >= LEAST_FIT;
    return rising && line.now <= limit && soon >= limit ? Verdict.WRONG : Verdict.BETWEEN;
  }

  @Override
  public long since(Line line, long at) {
    return at;
  }

  @Override
  public Evidence evidence(Line line, long at) {
    return Evidence.NONE
        .with("value", Threshold.round(line.now), Unit.CELSIUS)
        .with("rise", Threshold.round(line.slope * window / HOUR), Unit.KELVIN)
        .with("limit", limit, Unit.CELSIUS);
  }

  private static Line closed(Line was) {
    return was.open ? Line.EMPTY : was;
  }

  private static Line line(long[] times, double[] values, long window) {
    int n = times.length;
    long first = times[0];
    double span = times[n - 1] - first;
    if (n < LEAST_SAMPLES || span < FULL * window) {
      return Line.none(times, values, false);
    }
    double x = 0;
    double y = 0;
    for (int i = 0; i < n; i++) {
      x += (times[i] - first) / HOUR / n;
      y += values[i] / n;
    }
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = 0; i < n; i++) {
      double dx = (times[i] - first) / HOUR - x;
      double dy = values[i] - y;
      xx += dx * dx;
      xy += dx * dy;
      yy += dy * dy;
    }
    double slope = xy / xx;
    double fit = yy == 0 ? 0 : xy * xy / (xx * yy);
    return new Line(times, values, false, slope, fit, y + slope * (span / HOUR - x));
  }
}
