package wuchang.app.config;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import wuchang.app.config.yaml.Form;
import wuchang.domain.site.DailyWindow;

/** The forms of days, times of day and what is made of them. */
final class When {
  private static final Pattern CLOCK = Pattern.compile("\\d\\d:\\d\\d");
  private static final Pattern CLOCKS = Pattern.compile("\\d\\d:\\d\\d\\s*-\\s*\\d\\d:\\d\\d");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

  static final Set<DayOfWeek> EVERY_DAY = Set.of(DayOfWeek.values());

  static final Form<ZoneId> ZONE =
      Form.word(
          "time zone",
          "a time zone such as Asia/Shanghai",
          ZoneId.getAvailableZoneIds(),
          When::zone);
  static final Form<LocalDate> DATE = Form.of("a date such as 2027-03-01", When::date);
  static final Form<LocalTime> TIME =
      Form.of("a time of day such as 03:00", text -> LocalTime.parse(As.matching(CLOCK, text)));

  /** A window that says no days. */
  static final Form<DailyWindow> HOURS =
      Form.of("a window such as 08:30-11:00", text -> DailyWindow.parse(As.matching(CLOCKS, text)));

  static final Form<DailyWindow> WINDOW =
      Form.of("a window such as mon-fri 05:30-20:00 or 22:00-05:00", DailyWindow::parse);
  static final Form<Set<DayOfWeek>> DAYS =
      Form.of("days such as mon-fri or sat,sun", DailyWindow::parseDays);

  private When() {}

  /**
   * Reads a date.
   *
   * @throws IllegalArgumentException or {@link DateTimeException} when it is none
   */
  static LocalDate date(String text) {
    return LocalDate.parse(As.matching(DAY, text));
  }

  /** The same hours on some days. */
  static DailyWindow on(Set<DayOfWeek> days, DailyWindow hours) {
    return new DailyWindow(days, hours.from(), hours.to());
  }

  private static Optional<ZoneId> zone(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
