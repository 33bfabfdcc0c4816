package wuchang.simulators.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import wuchang.domain.DeviceId;

/**
 * A visitor with an appointment (来访登记): whom they see, with which pass, until when it holds.
 *
 * @param until when the pass ends
 * @param leaves when the visitor goes, before that in a well-run house
 */
public record Visit(
    DeviceId gate, String host, String card, Instant from, Instant until, Instant leaves) {
  private static final Duration SHORT_PASS = Duration.ofMinutes(30);

  /** Of somebody who stays on when the pass has ended. */
  static Visit overstaying(DeviceId gate, String host, Instant from, Instant leaves) {
    return new Visit(gate, host, card(from.getEpochSecond()), from, from.plus(SHORT_PASS), leaves);
  }

  /** Passes for visitors begin with 99, so that a guard can tell them. */
  static String card(long number) {
    return String.format(Locale.ROOT, "99%08d", Math.floorMod(number * 7_919, 100_000_000L));
  }

  Badge badge() {
    return new Badge("", card);
  }

  String note() {
    return host.isEmpty() ? "visitor" : "visitor of " + host;
  }
}
