package wuchang.simulators.machine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import wuchang.domain.reading.Metric;

/**
 * A real device's day, played again every day at its own times: what it said at seven in the
 * morning is said at seven of the site's time. Says exactly what was recorded, when it was.
 */
record Recorded(Trace trace) implements Machine {
  @Override
  public Turn next(Moment moment, RandomGenerator random) {
    long until = moment.local().toNanoOfDay() / 1_000_000;
    long from = until - moment.step().toMillis();
    List<Saying> sayings = new ArrayList<>();
    if (from < 0) {
      say(from + Trace.DAY, Trace.DAY, moment.now().minusMillis(until + Trace.DAY), sayings);
    }
    say(from, until, moment.now().minusMillis(until), sayings);
    return new Turn(this, sayings);
  }

  /** What was said after one time of day and up to another. */
  private void say(long after, long upTo, Instant midnight, List<Saying> sayings) {
    for (Map.Entry<Long, Map<Metric, Double>> row :
        trace.rows().subMap(after, false, upTo, true).entrySet()) {
      sayings.add(new Saying.Values(midnight.plusMillis(row.getKey()), row.getValue()));
    }
  }

  @Override
  public Map<Metric, Double> readings() {
    return Map.of();
  }
}
