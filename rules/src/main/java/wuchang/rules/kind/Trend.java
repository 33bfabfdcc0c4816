package wuchang.rules.kind;

import java.util.ArrayList;
import java.util.List;
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

  /** A sample. */
  public record Point(long at, double value) {}

  /**
   * What is known of the window.
   *
   * @param slope K/h
   * @param fit the coefficient of determination
   * @param now the line's value at the newest sample; NaN while there is no line
   */
  public record Line(List<Point> points, boolean open, double slope, double fit, double now) {
    public Line {
      points = List.copyOf(points);
    }

    private static Line none(List<Point> points, boolean open) {
      return new Line(points, open, Double.NaN, 0, Double.NaN);
    }
  }

  @Override
  public Line blank(long from) {
    return Line.none(List.of(), false);
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
      return opens ? Line.none(List.of(), true) : closed(was);
    }
    long at = reading.time().toEpochMilli();
    List<Point> points = was.points();
    int last = points.size() - 1;
    if (was.open() || last >= 0 && at - points.get(last).at() < window / MOST_SAMPLES) {
      return was;
    }
    List<Point> kept = new ArrayList<>(points.size() + 1);
    for (Point point : points) {
      if (point.at() >= at - window) {
        kept.add(point);
      }
    }
    kept.add(new Point(at, reading.value()));
    return line(kept, window);
  }

  @Override
  public Verdict verdict(Line line, long at) {
    if (line.open() || Double.isNaN(line.now()) || line.slope() < clear) {
      return Verdict.RIGHT;
    }
    double soon = line.now() + line.slope() * window / HOUR;
    boolean rising = line.slope() >= rate && line.fit() >= LEAST_FIT;
    return rising && line.now() <= limit && soon >= limit ? Verdict.WRONG : Verdict.BETWEEN;
  }

  @Override
  public long since(Line line, long at) {
    return at;
  }

  @Override
  public Evidence evidence(Line line, long at) {
    return Evidence.NONE
        .with("value", Threshold.round(line.now()), Unit.CELSIUS)
        .with("rise", Threshold.round(line.slope() * window / HOUR), Unit.KELVIN)
        .with("limit", limit, Unit.CELSIUS);
  }

  private static Line closed(Line was) {
    return was.open() ? Line.none(List.of(), false) : was;
  }

  private static Line line(List<Point> points, long window) {
    int n = points.size();
    long first = points.get(0).at();
    double span = points.get(n - 1).at() - first;
    if (n < LEAST_SAMPLES || span < FULL * window) {
      return Line.none(points, false);
    }
    double x = 0;
    double y = 0;
    for (Point p : points) {
      x += (p.at() - first) / HOUR / n;
      y += p.value() / n;
    }
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (Point p : points) {
      double dx = (p.at() - first) / HOUR - x;
      double dy = p.value() - y;
      xx += dx * dx;
      xy += dx * dy;
      yy += dy * dy;
    }
    double slope = xy / xx;
    double fit = yy == 0 ? 0 : xy * xy / (xx * yy);
    return new Line(points, false, slope, fit, y + slope * (span / HOUR - x));
  }
}
