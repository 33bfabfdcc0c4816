package wuchang.rules.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.domain.Severity;

/**
 * An example of a rule, which is its test: a compact series and what must come of it.
 *
 * @param traits what the device has: keys of the configuration and their text
 * @param around devices that the example's device hears as their gateway, by id, and their kinds
 * @param every the time between two values
 * @param series by metric, of one of those around by {@code id.metric}, values in the form {@code 4
 *     x30, 4+0.5 x10, _ x5}: a value so many times, a ramp, a gap
 * @param events {@code granted@10s}: what happens when; {@code id:granted@10s} to one around
 * @param expect the expected episodes; none when it must stay quiet
 */
public record Example(
    String name,
    Map<String, String> traits,
    Map<String, String> around,
    Duration every,
    Map<String, String> series,
    List<String> events,
    List<Expected> expect) {
  /** An episode, by offsets from the start of the example. */
  public record Expected(
      Duration since, Duration raised, Optional<Severity> severity, Optional<Duration> until) {}

  public Example {
    traits = Map.copyOf(traits);
    around = Map.copyOf(around);
    series = Map.copyOf(series);
    events = List.copyOf(events);
    expect = List.copyOf(expect);
  }
}
