package wuchang.app.command;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import wuchang.simulators.canteen.Canteen;
import wuchang.simulators.replay.Speed;
import wuchang.simulators.scenario.Scenario;
import wuchang.simulators.scenario.Simulation;
import wuchang.simulators.scenario.Span;
import wuchang.simulators.scenario.Stretch;

/**
 * A scenario that is to be played.
 *
 * @param start when it is to begin, if that was asked for
 * @param now what time it is
 */
record Play(Scenario scenario, Speed speed, Optional<Instant> start, Instant now) {
  /** From there on the steps of a simulation are so long that nobody sees them. */
  private static final double FAST = 8;

  /** The stretch of a file: whole days, so that all files of one day are the same. */
  Stretch recorded() {
    return span().endingAt(midnight());
  }

  /** The stretch that is published: begun now in real time, else ending now. */
  Stretch published() {
    Span span = span();
    boolean live = span.from().isEmpty() && speed.factor() == 1;
    return live ? span.from(now).endingAt(now) : span.endingAt(now);
  }

  Duration step(boolean published) {
    return published && speed.factor() < FAST ? Canteen.STEP : Simulation.FAST;
  }

  private Span span() {
    return start.map(scenario.span()::from).orElse(scenario.span());
  }

  private Instant midnight() {
    return scenario
        .site()
        .local(now)
        .toLocalDate()
        .atStartOfDay(scenario.site().zone())
        .toInstant();
  }
}
