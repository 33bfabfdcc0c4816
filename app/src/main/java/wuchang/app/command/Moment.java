package wuchang.app.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import wuchang.app.cli.CommandFailure;

/** What {@code --from} and {@code --to} mean. */
final class Moment {
  private Moment() {}

  /**
   * A time with its offset, or a date, which is the beginning of that day at the site.
   *
   * @throws CommandFailure when it is neither
   */
  static Instant parse(String option, String text, ZoneId zone) throws CommandFailure {
    try {
      return text.length() == "2026-11-01".length()
          ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw CommandFailure.wrongUse(
          option
              + ": «"
              + text
              + "» is no time; expected one such as 2026-11-01T06:00:00Z, or a date");
    }
  }
}
