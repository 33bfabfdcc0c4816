package wuchang.alerts.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import wuchang.domain.Severity;

/**
 * How often people are told again: while nobody has taken it on, and while it stays open although
 * somebody has.
 */
public record Rhythm(Duration repeat, Duration repeatCritical, Duration reminder) {
  /** DOMAIN.md B2.9. */
  public static final Rhythm DEFAULT =
      new Rhythm(Duration.ofMinutes(15), Duration.ofMinutes(5), Duration.ofMinutes(60));

  /** Begin and end of the office's day: what an owner has open then is said in one message. */
  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private static final LocalTime EVENING = LocalTime.of(17, 0);

  private static final int EARLY = 2;
  private static final Duration APART = Duration.ofHours(3);
  private static final Duration FAR_APART = Duration.ofHours(12);

  /**
   * When an owner is reminded once more: twice after as long as said, then at the end of the day or
   * the next morning, then each morning. Who waits for a spare part for days needs no message every
   * hour, none at night, and one for all that waits.
   *
   * @param before how often the owner was reminded already
   * @param heard when the owner last heard of it
   * @param zone of the site
   */
  Instant reminder(long before, Instant heard, ZoneId zone) {
    if (before < EARLY) {
      return heard.plus(reminder);
    }
    return before == EARLY
        ? next(heard.plus(APART), zone, List.of(MORNING, EVENING))
        : next(heard.plus(FAR_APART), zone, List.of(MORNING));
  }

  Duration repeat(Severity severity) {
    return severity == Severity.CRITICAL ? repeatCritical : repeat;
  }

  private static Instant next(Instant earliest, ZoneId zone, List<LocalTime> times) {
    ZonedDateTime from = earliest.atZone(zone);
    return Stream.of(from.toLocalDate(), from.toLocalDate().plusDays(1))
        .flatMap(day -> times.stream().map(time -> day.atTime(time).atZone(zone).toInstant()))
        .filter(at -> !at.isBefore(earliest))
        .findFirst()
        .orElse(earliest);
  }
}
