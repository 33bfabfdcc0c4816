package wuchang.rules.kind;

import java.time.Duration;
import wuchang.domain.Unit;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/**
 * A heater that draws its power with the door closed, and nothing gets hotter, though it is not hot
 * yet: a broken element's neighbour, a torn seal, a probe that has slipped out.
 *
 * @param watts above it the heater is on
 * @param target °C at which there is nothing left to heat
 * @param rise K
 * @param longest milliseconds
 * @param maxGap for how long a sample holds, in milliseconds
 */
public record HeatsInVain(double watts, double target, double rise, long longest, long maxGap)
    implements Kind<HeatsInVain.Heat> {
  private static final long NONE = Long.MIN_VALUE;

  /**
   * What is known.
   *
   * @param from when it was that cool, heated, for the last time that it had risen; NONE while it
   *     is not heated
   */
  public record Heat(double celsius, long at, boolean open, boolean on, long from, double cool) {
    private Heat idle() {
      return new Heat(celsius, at, open, on, NONE, Double.NaN);
    }
  }

  @Override
  public Heat blank(long from) {
    return new Heat(Double.NaN, NONE, false, false, NONE, Double.NaN);
  }

  @Override
  public boolean wants(Metric metric) {
    return metric.equals(Metric.TEMPERATURE)
        || metric.equals(Metric.POWER)
        || metric.equals(Metric.DOOR_OPEN);
  }

  @Override
  public boolean refreshedBy(Metric metric) {
    return metric.equals(Metric.TEMPERATURE);
  }

  @Override
  public Heat remember(Heat was, Observation observation) {
    Reading reading = (Reading) observation;
    long at = reading.time().toEpochMilli();
    double value = reading.value();
    Heat now =
        reading.metric().equals(Metric.TEMPERATURE)
            ? new Heat(value, at, was.open(), was.on(), was.from(), was.cool())
            : reading.metric().equals(Metric.POWER)
                ? new Heat(
                    was.celsius(), was.at(), was.open(), value > watts, was.from(), was.cool())
                : new Heat(was.celsius(), was.at(), value != 0, was.on(), was.from(), was.cool());
    boolean heats = now.on() && !now.open() && now.celsius() < target;
    boolean silent = was.at() != NONE && at - was.at() > maxGap;
    if (!heats) {
      return now.idle();
    }
    boolean anew = now.from() == NONE || silent || now.celsius() >= now.cool() + rise;
    return anew ? new Heat(now.celsius(), now.at(), false, true, at, now.celsius()) : now;
  }

  @Override
  public Verdict verdict(Heat heat, long at) {
    if (Double.isNaN(heat.celsius())) {
      return Verdict.UNKNOWN;
    }
    return heat.from() != NONE && at >= heat.from() + longest ? Verdict.CERTAIN : Verdict.RIGHT;
  }

  @Override
  public long since(Heat heat, long at) {
    return heat.from();
  }

  @Override
  public long changes(Heat heat, long at) {
    long due = heat.from() + longest;
    return heat.from() != NONE && due > at ? due : NEVER;
  }

  @Override
  public Evidence evidence(Heat heat, long at) {
    return Evidence.NONE
        .with("fault", "heats_in_vain")
        .with("value", heat.celsius(), Unit.CELSIUS)
        .with("limit", target, Unit.CELSIUS)
        .with("lasted", Duration.ofMillis(at - heat.from()));
  }
}
