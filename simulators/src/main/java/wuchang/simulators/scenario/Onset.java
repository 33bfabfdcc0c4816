package wuchang.simulators.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When a mishap begins. */
public sealed interface Onset {
  /** The instant that it is when the scenario starts then, at a site in that zone. */
  Instant in(Instant start, ZoneId zone);

  /** At a fixed instant. */
  record At(Instant instant) implements Onset {
    @Override
    public Instant in(Instant start, ZoneId zone) {
      return instant;
    }
  }

  /** So long after the scenario's start. */
  record After(Duration start) implements Onset {
    @Override
    public Instant in(Instant from, ZoneId zone) {
      return from.plus(start);
    }
  }

  /**
   * At the site's time of day.
   *
   * @param day 1: the first time that the clock shows it; 2: a day later
   */
  record OnDay(int day, LocalTime time) implements Onset {
    @Override
    public Instant in(Instant start, ZoneId zone) {
      ZonedDateTime local = start.atZone(zone);
      ZonedDateTime first = local.with(time);
      ZonedDateTime shown = first.isBefore(local) ? first.plusDays(1) : first;
      return shown.plusDays(day - 1L).toInstant();
    }
  }
}
