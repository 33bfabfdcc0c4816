package wuchang.app.config;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wuchang.app.config.yaml.Form;
import wuchang.app.config.yaml.Section;
import wuchang.domain.site.DailyWindow;
import wuchang.domain.site.Meal;
import wuchang.domain.site.SiteCalendar;
import wuchang.domain.site.SiteCalendar.DateRange;

/** The section {@code calendar}: meals, nights, and the days that are not as the week says. */
final class CalendarReader {
  private static final DailyWindow NIGHT =
      new DailyWindow(When.EVERY_DAY, LocalTime.of(22, 0), LocalTime.of(5, 0));
  private static final SiteCalendar NONE = new SiteCalendar(List.of(), NIGHT, List.of(), Set.of());

  static final Form<DateRange> DATES =
      Form.of("a date such as 2026-10-01, or first/last", CalendarReader::dates)
          .only("dates of which the first is not after the last", CalendarReader::isInOrder);
  private static final Form<Meal> MEAL =
      Form.section("a meal with id, prep, service and cleaning", CalendarReader::meal);

  private final QuietReader quiet;

  CalendarReader(QuietReader quiet) {
    this.quiet = quiet;
  }

  SiteCalendar read(Section root) {
    return root.get("calendar", Form.section("meals and days", this::calendar), NONE);
  }

  private Optional<SiteCalendar> calendar(Section calendar) {
    List<Meal> meals = calendar.get("meals", MEAL.list(), List.of());
    DailyWindow night = calendar.get("night", When.HOURS, NIGHT);
    List<DateRange> closed = calendar.get("closed", DATES.list(), List.of());
    List<LocalDate> working = calendar.get("working", When.DATE.list(), List.of());
    return Optional.of(
        new SiteCalendar(meals, night, closed, Set.copyOf(working), quiet.read(calendar)));
  }

  private static Optional<Meal> meal(Section meal) {
    Optional<String> id = meal.need("id", As.ID);
    Set<DayOfWeek> days = meal.get("days", When.DAYS, When.EVERY_DAY);
    Optional<DailyWindow> prep = meal.need("prep", When.HOURS);
    Optional<DailyWindow> service = meal.need("service", When.HOURS);
    Optional<DailyWindow> cleaning = meal.need("cleaning", When.HOURS);
    if (id.isEmpty() || prep.isEmpty() || service.isEmpty() || cleaning.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Meal(
            id.get(),
            When.on(days, prep.get()),
            When.on(days, service.get()),
            When.on(days, cleaning.get())));
  }

  private static DateRange dates(String text) {
    String[] ends = text.split("/", 2);
    return new DateRange(When.date(ends[0]), When.date(ends[ends.length - 1]));
  }

  private static boolean isInOrder(DateRange range) {
    return !range.first().isAfter(range.last());
  }
}
