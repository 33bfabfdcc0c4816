package wuchang.rules.kind;

import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Counter;
import wuchang.domain.reading.Metering;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Nameplate;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/**
 * A counter that never stands still for {@code still}; for how long that is tolerated, the rule
 * says. A counter that shows the same after a silence has stood still; whether it rested in a
 * silence in which it moved is not known, and the time of a long one does not count.
 *
 * @param still milliseconds
 */
public record NoZeroFlow(Metric metric, Nameplate plate, long still)
    implements Kind<NoZeroFlow.Known> {
  private static final long NONE = Long.MIN_VALUE;

  /**
   * What is known.
   *
   * @param moved when the counter was seen to have moved, or first seen
   * @param flowing since when it has not stood still for long
   */
  public record Known(Metering meter, long moved, long flowing) {}

  @Override
  public Known blank(long from) {
    return new Known(Metering.NEW, NONE, NONE);
  }

  @Override
  public boolean wants(Metric other) {
    return metric.equals(other);
  }

  @Override
  public Known remember(Known was, Observation observation) {
    long at = observation.time().toEpochMilli();
    Metering.Advance step = was.meter().next(at, ((Reading) observation).value(), plate);
    if (step.kind() == Counter.Kind.FORWARD && step.moved() == 0) {
      return new Known(step.meter(), was.moved(), was.flowing());
    }
    boolean rested = was.moved() == NONE || step.from() - was.moved() >= still;
    return new Known(step.meter(), at, rested ? at : was.flowing());
  }

  @Override
  public Verdict verdict(Known known, long at) {
    if (known.moved() == NONE) {
      return Verdict.UNKNOWN;
    }
    return at - known.moved() >= still ? Verdict.RIGHT : Verdict.WRONG;
  }

  @Override
  public long since(Known known, long at) {
    return known.flowing();
  }

  @Override
  public long changes(Known known, long at) {
    long rests = known.moved() + still;
    return known.moved() != NONE && rests > at ? rests : NEVER;
  }

  @Override
  public Evidence evidence(Known known, long at) {
    return Evidence.NONE.with("still", java.time.Duration.ofMillis(still));
  }
}
