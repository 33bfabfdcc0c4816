package wuchang.simulators.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import wuchang.domain.reading.GateEvent;
import wuchang.simulators.machine.Saying;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.mishap.Troubles;
import wuchang.simulators.mishap.WireMishap;

/**
 * The clock of one device, which is always a little wrong and sometimes very.
 *
 * @param error how much it is ahead while nothing is wrong
 */
public record DeviceClock(Duration error, ZoneId zone) {
  /** A clock without battery begins there when its power comes. */
  private static final Instant AFTER_RESET = Instant.parse("2000-01-01T00:00:00Z");

  private static final Instant AFTER_LONG_RESET = Instant.EPOCH;

  /** At severity 1. */
  private static final Duration SKEW = Duration.ofMinutes(4);

  private static final Duration BEHIND = Duration.ofHours(3);

  /** A cheap oscillator in the cold: seconds that a clock loses in a day at severity 1. */
  private static final double LOST_A_DAY = 600;

  private static final double DAY_SECONDS = 86_400;

  /** The same with the time that this clock shows. */
  Saying stamp(Saying saying, Troubles troubles) {
    Instant shown = shows(saying.at(), troubles);
    if (shown.equals(saying.at())) {
      return saying;
    }
    return saying instanceof Saying.Values values
        ? new Saying.Values(shown, values.values())
        : new Saying.Event(at(((Saying.Event) saying).event(), shown));
  }

  /** What it shows at an instant. */
  public Instant shows(Instant time, Troubles troubles) {
    Instant shown = time.plus(error);
    for (Mishap mishap : troubles.active()) {
      if (mishap.kind() instanceof WireMishap kind) {
        shown = shows(shown, kind, mishap);
      }
    }
    return shown;
  }

  private Instant shows(Instant time, WireMishap kind, Mishap mishap) {
    return switch (kind) {
      case CLOCK_SKEW -> time.plus(part(SKEW, mishap.severity()));
      case CLOCK_BEHIND -> time.minus(part(BEHIND, mishap.severity()));
      case CLOCK_DRIFT -> time.minus(lost(time, mishap));
      case CLOCK_RESET -> reset(mishap).plus(Duration.between(mishap.onset(), time));
      case CLOCK_LOCAL_TIME -> time.plusSeconds(zone.getRules().getOffset(time).getTotalSeconds());
      default -> time;
    };
  }

  private static Instant reset(Mishap mishap) {
    return mishap.severity() < 1 ? AFTER_RESET : AFTER_LONG_RESET;
  }

  private static Duration lost(Instant time, Mishap mishap) {
    double days = Duration.between(mishap.onset(), time).toMillis() / 1e3 / DAY_SECONDS;
    return Duration.ofMillis(Math.round(Math.max(0, days) * mishap.severity() * LOST_A_DAY * 1e3));
  }

  private static Duration part(Duration whole, double share) {
    return Duration.ofMillis(Math.round(whole.toMillis() * share));
  }

  private static GateEvent at(GateEvent event, Instant time) {
    return new GateEvent(
        event.device(),
        time,
        event.what(),
        event.person(),
        event.card(),
        event.direction(),
        event.method(),
        event.reason(),
        event.provenance(),
        event.arrived());
  }
}
