package wuchang.domain.site;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.site.SiteCalendar.DateRange;

/**
 * A time in which some alerts are expected and told to nobody: maintenance, a drill, a holiday
 * (DOMAIN.md A29, A30). All is judged and kept all the same.
 *
 * @param rules the rules it covers; empty: all
 * @param window its hours, on days of the week; one over midnight belongs to the day it starts on
 * @param dates only on these days; empty: on all
 * @param onClosed only on the days on which the canteen is closed
 */
public record PlannedSilence(
    String id,
    String reason,
    Optional<AreaId> area,
    Optional<DeviceId> device,
    Set<RuleId> rules,
    DailyWindow window,
    List<DateRange> dates,
    boolean onClosed) {
  public PlannedSilence {
    rules = Set.copyOf(rules);
    dates = List.copyOf(dates);
  }

  /** Whether it is in force at an instant of the site's own time. */
  public boolean isInForce(ZonedDateTime at, SiteCalendar calendar) {
    return startedOn(at).filter(day -> isMeant(day, calendar)).isPresent();
  }

  private Optional<LocalDate> startedOn(ZonedDateTime at) {
    LocalTime time = at.toLocalTime();
    LocalDate today = at.toLocalDate();
    boolean overMidnight = !window.from().isBefore(window.to());
    if (!time.isBefore(window.from())) {
      return overMidnight || time.isBefore(window.to()) ? Optional.of(today) : Optional.empty();
    }
    return overMidnight && time.isBefore(window.to())
        ? Optional.of(today.minusDays(1))
        : Optional.empty();
  }

  /** Whether its window of a day is one of those that are meant. */
  public boolean isMeant(LocalDate day, SiteCalendar calendar) {
    return window.days().contains(day.getDayOfWeek())
        && (dates.isEmpty() || dates.stream().anyMatch(range -> range.contains(day)))
        && (!onClosed || calendar.isClosed(day));
  }
}
