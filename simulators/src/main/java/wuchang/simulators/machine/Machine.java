package wuchang.simulators.machine;

import java.util.Map;
import java.util.random.RandomGenerator;
import wuchang.domain.reading.Metric;

/**
 * A pretend device at one instant. Immutable: time passes by asking it for the next. The same
 * machine, moment and random numbers give the same turn.
 */
public interface Machine {
  /** What it is a moment later, and what it said by itself meanwhile. */
  Turn next(Moment moment, RandomGenerator random);

  /** What its sensors show now, rounded as they round; empty when it speaks only by itself. */
  Map<Metric, Double> readings();

  /**
   * What it passes on of the voltage to those that hang on one of its phases, 0 to 1: of interest
   * where it is a circuit's meter.
   *
   * @param phase 1 to 3
   */
  default double supply(int phase) {
    return 1;
  }

  /** The electric power it draws now, W. */
  default double watts() {
    return 0;
  }

  /**
   * Whether it still suffers from something that is mended: of ice, say, that is left on a coil.
   */
  default boolean suffers() {
    return false;
  }
}
