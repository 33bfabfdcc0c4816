package wuchang.console.view;

import java.time.Instant;
import java.util.Optional;
import wuchang.domain.Text;
import wuchang.domain.Unit;
import wuchang.domain.cycle.Cycle;

/**
 * A disinfection with what proves it, or why it does not count.
 *
 * @param maximum °C; absent where it is not heat that disinfects
 * @param held seconds at the target without a break
 * @param needed seconds
 */
public record CycleView(
    Instant start,
    Instant end,
    Optional<Double> maximum,
    double held,
    double needed,
    String verdict,
    Text verdictText,
    String reason,
    Text reasonText) {
  public static CycleView of(Cycle cycle) {
    return new CycleView(
        cycle.start(),
        cycle.end(),
        cycle.maximum().map(top -> top.in(Unit.CELSIUS)),
        cycle.held().toMillis() / 1000.0,
        cycle.needed().toMillis() / 1000.0,
        cycle.verdict().word(),
        cycle.verdict().label(),
        cycle.reason().word(),
        cycle.reason().label());
  }
}
