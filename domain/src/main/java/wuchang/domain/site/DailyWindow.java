package wuchang.domain.site;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A window of the day on some days of the week, in the site's time. It includes its start and
 * excludes its end; one that ends before it starts runs over midnight and belongs to the day it
 * starts on; one whose ends are equal lasts the whole day.
 */
public record DailyWindow(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
  private static final Pattern FORM =
      Pattern.compile("(?:(\\S+)\\s+)?(\\d\\d:\\d\\d)\\s*-\\s*(\\d\\d:\\d\\d)");
  private static final Set<DayOfWeek> ALL = EnumSet.allOf(DayOfWeek.class);

  public DailyWindow {
    days = Set.copyOf(days);
  }

  /**
   * Reads {@code mon-fri 05:30-20:00}; without days it means every day.
   *
   * @throws IllegalArgumentException naming what was expected
   */
  public static DailyWindow parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "«" + text + "» is no window; expected HH:MM-HH:MM or mon-fri HH:MM-HH:MM");
    }
    Set<DayOfWeek> days = form.group(1) == null ? ALL : parseDays(form.group(1));
    return new DailyWindow(days, time(form.group(2)), time(form.group(3)));
  }

  /**
   * Reads {@code mon-fri}, {@code sat,sun}, {@code fri-mon} or {@code sun}.
   *
   * @throws IllegalArgumentException naming the day that is none
   */
  public static Set<DayOfWeek> parseDays(String text) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : text.split(",")) {
      String[] ends = part.strip().split("-", 2);
      DayOfWeek last = day(ends[ends.length - 1]);
      for (DayOfWeek day = day(ends[0]); ; day = day.plus(1)) {
        days.add(day);
        if (day == last) {
          break;
        }
      }
    }
    return days;
  }

  /** Whether the instant, in the site's zone, lies in the window. */
  public boolean contains(ZonedDateTime at) {
    return contains(at, LocalDate::getDayOfWeek);
  }

  /**
   * As {@link #contains(ZonedDateTime)}, where a calendar says which day of the week a date counts
   * as.
   */
  public boolean contains(ZonedDateTime at, Function<LocalDate, DayOfWeek> calendar) {
    LocalTime time = at.toLocalTime();
    DayOfWeek today = calendar.apply(at.toLocalDate());
    if (from.isBefore(to)) {
      return days.contains(today) && !time.isBefore(from) && time.isBefore(to);
    }
    return days.contains(today) && !time.isBefore(from)
        || days.contains(calendar.apply(at.toLocalDate().minusDays(1))) && time.isBefore(to);
  }

  private static DayOfWeek day(String word) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().substring(0, 3).equals(word.strip().toUpperCase(Locale.ROOT))) {
        return day;
      }
    }
    throw new IllegalArgumentException(
        "«" + word + "» is no day; expected mon tue wed thu fri sat sun");
  }

  private static LocalTime time(String text) {
    if (text.equals("24:00")) {
      return LocalTime.MIDNIGHT;
    }
    try {
      return LocalTime.parse(text);
    } catch (java.time.format.DateTimeParseException e) {
      throw new IllegalArgumentException("«" + text + "» is no time of day; expected HH:MM");
    }
  }
}
