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
import wuchang.rules.kind.Averaged.Mean;
import wuchang.rules.kind.Slots.Slot;

/**
 * The means of voltages over stretches of ten minutes, by the clock as power quality is measured,
 * against the band of the supply contract. A voltage of less than half the nominal is no quality of
 * supply but the lack of it (see {@link Supply}) and is left out. What a single metric says of a
 * three-phase device is the voltage between lines where it is nearer to that.
 *
 * @param above percent of the nominal voltage that it may be more
 * @param below percent that it may be less
 * @param lineAbove percent for voltages between lines
 * @param lineBelow percent for voltages between lines
 */
public record VoltageQuality(
    double above, double below, double lineAbove, double lineBelow, long window, long maxGap)
    implements Kind<VoltageQuality.Known> {
  static final double NOMINAL = 220;
  private static final double LINE = 380;

  /** Between the two nominal voltages. */
  private static final double NEARER_LINE = 300;

  private static final List<Metric> METRICS =
      List.of(
          Metric.VOLTAGE,
          Metric.of("voltage_l1"),
          Metric.of("voltage_l2"),
          Metric.of("voltage_l3"));

  /**
   * One voltage.
   *
   * @param mean of the last stretch; NaN while there is none
   * @param from when that stretch began
   * @param to when it ended
   */
  public record Line(Mean<Double> course, double mean, long from, long to) {}

  /** All of them, in the order of the metrics. */
  public record Known(List<Line> lines) {
    public Known {
      lines = List.copyOf(lines);
    }
  }

  @Override
  public Known blank(long from) {
    List<Line> lines = new ArrayList<>();
    METRICS.forEach(metric -> lines.add(new Line(average(metric).blank(), Double.NaN, from, from)));
    return new Known(lines);
  }

  @Override
  public boolean wants(Metric metric) {
    return METRICS.contains(metric);
  }

  @Override
  public Known remember(Known was, Observation observation) {
    Reading reading = (Reading) observation;
    int i = METRICS.indexOf(reading.metric());
    Line line = was.lines().get(i);
    Mean<Double> course = average(reading.metric()).next(line.course(), reading);
    Line next = new Line(course, line.mean(), line.from(), line.to());
    for (Slot slot : course.slots().closed()) {
      if (slot.isNearlyWhole()) {
        next = new Line(course, slot.mean(), slot.from(), slot.to());
      }
    }
    List<Line> lines = new ArrayList<>(was.lines());
    lines.set(i, next);
    return new Known(lines);
  }

  @Override
  public Verdict verdict(Known known, long at) {
    boolean heard = false;
    for (Line line : known.lines()) {
      boolean fresh = isFresh(line, at);
      heard |= fresh;
      if (fresh && isOutside(line.mean())) {
        return Verdict.CERTAIN;
      }
    }
    return heard ? Verdict.RIGHT : Verdict.UNKNOWN;
  }

  @Override
  public long since(Known known, long at) {
    return worst(known, at).from();
  }

  @Override
  public long changes(Known known, long at) {
    long next = NEVER;
    for (Line line : known.lines()) {
      long stale = line.to() + window + maxGap;
      next = !Double.isNaN(line.mean()) && stale > at ? Math.min(next, stale) : next;
    }
    return next;
  }

  @Override
  public Evidence evidence(Known known, long at) {
    Line line = worst(known, at);
    return Evidence.NONE
        .with("value", Threshold.round(line.mean()), Unit.VOLT)
        .with("limit", limit(line.mean()), Unit.VOLT)
        .with("metric", METRICS.get(known.lines().indexOf(line)).name());
  }

  private Averaged<Double> average(Metric metric) {
    return new Averaged<>(new Present(metric), maxGap, window);
  }

  /** The judgement of a stretch stands until the next one is due, and a gap longer. */
  private boolean isFresh(Line line, long at) {
    return !Double.isNaN(line.mean()) && at < line.to() + window + maxGap;
  }

  private boolean isOutside(double mean) {
    return mean > high(mean) || mean < low(mean);
  }

  private double limit(double mean) {
    return mean > high(mean) ? high(mean) : low(mean);
  }

  private double high(double mean) {
    return mean > NEARER_LINE ? LINE * (1 + lineAbove / 100) : NOMINAL * (1 + above / 100);
  }

  private double low(double mean) {
    return mean > NEARER_LINE ? LINE * (1 - lineBelow / 100) : NOMINAL * (1 - below / 100);
  }

  private Line worst(Known known, long at) {
    return known.lines().stream()
        .filter(line -> isFresh(line, at) && isOutside(line.mean()))
        .findFirst()
        .orElse(known.lines().get(0));
  }

  /** A voltage while there is one. */
  private record Present(Metric metric) implements Signal<Double> {
    @Override
    public Double blank() {
      return Double.NaN;
    }

    @Override
    public boolean wants(Metric other) {
      return metric.equals(other);
    }

    @Override
    public Double remember(Double memory, Reading reading) {
      return reading.value() < NOMINAL / 2 ? Double.NaN : reading.value();
    }

    @Override
    public double value(Double memory) {
      return memory;
    }

    @Override
    public Unit unit() {
      return Unit.VOLT;
    }
  }
}
