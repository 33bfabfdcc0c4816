package wuchang.rules.kind;

import wuchang.domain.Unit;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Reading;

/**
 * The one number a rule compares with its limit, made from what a device sends: a raw value, the
 * highest of several, an estimate.
 *
 * @param <S> what must be remembered to make it
 */
public interface Signal<S> {
  S blank();

  boolean wants(Metric metric);

  S remember(S memory, Reading reading);

  /** The number now; NaN while there is none. */
  double value(S memory);

  Unit unit();
}
