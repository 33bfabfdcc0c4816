package wuchang.rules.kind;

import java.util.Arrays;
import java.util.List;
import wuchang.domain.Unit;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Schedule;
import wuchang.rules.kernel.Verdict;

/**
 * A supply that lacks a phase, or all power. A phase is lost while another is still there; that is
 * wrong at once, and tolerated as the rule says. A dead circuit has neither voltage nor power for
 * {@code dead}: where food is kept cold on it that is wrong at any time, elsewhere only while
 * people work, for at night it may be switched off on purpose.
 *
 * @param lost percent of the nominal voltage below which a phase is lost …
 * @param present … while another is above this
 * @param power W below which a circuit is dead, together with …
 * @param voltage … all voltages below this, V
 * @param dead milliseconds
 * @param needed when a dead circuit is wrong
 */
public record Supply(
    double lost, double present, double power, double voltage, long dead, Schedule needed)
    implements Kind<Supply.Known> {
  private static final long NOT = Long.MIN_VALUE;
  private static final List<Metric> METRICS =
      List.of(
          Metric.of("voltage_l1"),
          Metric.of("voltage_l2"),
          Metric.of("voltage_l3"),
          Metric.VOLTAGE,
          Metric.POWER);
  private static final int PHASES = 3;
  private static final int VOLTAGES = 4;
  private static final int POWER = 4;

  /**
   * The newest values in the order of the metrics, NaN where there is none.
   *
   * @param lostFrom since when a phase is lost
   * @param deadFrom since when all is dead
   */
  public record Known(List<Double> values, long lostFrom, long deadFrom) {
    public Known {
      values = List.copyOf(values);
    }
  }

  @Override
  public Known blank(long from) {
    Double[] none = new Double[METRICS.size()];
    Arrays.fill(none, Double.NaN);
    return new Known(List.of(none), NOT, NOT);
  }

  @Override
  public boolean wants(Metric metric) {
    return METRICS.contains(metric);
  }

  @Override
  public Known remember(Known was, Observation observation) {
    Reading reading = (Reading) observation;
    long at = reading.time().toEpochMilli();
    Double[] values = was.values().toArray(Double[]::new);
    values[METRICS.indexOf(reading.metric())] = reading.value();
    return new Known(
        List.of(values),
        since(isPhaseLost(values), was.lostFrom(), at),
        since(isDead(values), was.deadFrom(), at));
  }

  @Override
  public Verdict verdict(Known known, long at) {
    boolean isDead = known.deadFrom() != NOT && needed.contains(at);
    if (isDead && at >= known.deadFrom() + dead) {
      return Verdict.CERTAIN;
    }
    if (known.lostFrom() != NOT) {
      return Verdict.WRONG;
    }
    if (isDead) {
      return Verdict.BETWEEN;
    }
    boolean heard = known.values().subList(0, VOLTAGES).stream().anyMatch(v -> !v.isNaN());
    return heard ? Verdict.RIGHT : Verdict.UNKNOWN;
  }

  @Override
  public long since(Known known, long at) {
    return known.lostFrom() != NOT ? known.lostFrom() : known.deadFrom();
  }

  @Override
  public long changes(Known known, long at) {
    if (known.deadFrom() == NOT) {
      return NEVER;
    }
    long due = known.deadFrom() + dead;
    return due > at ? Math.min(due, needed.nextChange(at)) : needed.nextChange(at);
  }

  @Override
  public Evidence evidence(Known known, long at) {
    double lowest = NOMINAL;
    for (double value : known.values().subList(0, VOLTAGES)) {
      lowest = value < lowest ? value : lowest;
    }
    return Evidence.NONE
        .with("fault", known.lostFrom() != NOT ? "phase_lost" : "dead")
        .with("value", Threshold.round(lowest), Unit.VOLT);
  }

  private static final double NOMINAL = VoltageQuality.NOMINAL;

  private static long since(boolean is, long was, long at) {
    return !is ? NOT : was == NOT ? at : was;
  }

  private boolean isPhaseLost(Double[] values) {
    boolean low = false;
    boolean high = false;
    for (int i = 0; i < PHASES; i++) {
      low |= values[i] < NOMINAL * lost / 100;
      high |= values[i] > NOMINAL * present / 100;
    }
    return low && high;
  }

  private boolean isDead(Double[] values) {
    boolean heard = false;
    for (int i = 0; i < VOLTAGES; i++) {
      heard |= values[i] < voltage;
      if (values[i] >= voltage) {
        return false;
      }
    }
    return heard && values[POWER] < power;
  }
}
