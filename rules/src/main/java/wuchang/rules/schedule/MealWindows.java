package wuchang.rules.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import wuchang.domain.site.DailyWindow;
import wuchang.domain.site.SiteCalendar;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Schedule;

/**
 * Windows of meals, in the site's time: none on closed days, all of them on a weekend day that is
 * worked. A window over midnight belongs to the day it starts on.
 */
public record MealWindows(List<DailyWindow> windows, SiteCalendar calendar, ZoneId zone)
    implements Schedule {
  /** A canteen may be closed for a summer. */
  private static final int FURTHEST = 120;

  public MealWindows {
    windows = List.copyOf(windows);
  }

  @Override
  public boolean contains(long at) {
    LocalDate today = Instant.ofEpochMilli(at).atZone(zone).toLocalDate();
    return windows.stream()
        .anyMatch(window -> covers(window, today, at) || covers(window, today.minusDays(1), at));
  }

  @Override
  public long nextChange(long after) {
    if (windows.isEmpty()) {
      return Kind.NEVER;
    }
    LocalDate today = Instant.ofEpochMilli(after).atZone(zone).toLocalDate();
    for (int day = -1; day <= FURTHEST; day++) {
      long next = next(today.plusDays(day), after);
      // A later day begins later than this one's edges, but for what runs over midnight.
      if (next != Kind.NEVER) {
        return Math.min(next, next(today.plusDays(day + 1L), after));
      }
    }
    return Kind.NEVER;
  }

  /** A window on one day, in epoch milliseconds; its end is outside. */
  public record Span(long from, long until) {}

  /** The windows that are open, or open within the lead, by when they open. */
  public List<Span> around(long at, long lead) {
    if (windows.isEmpty()) {
      return List.of();
    }
    LocalDate today = Instant.ofEpochMilli(at).atZone(zone).toLocalDate();
    List<Span> spans = new ArrayList<>(0);
    for (int day = -1; day <= 1; day++) {
      LocalDate date = today.plusDays(day);
      for (DailyWindow window : windows) {
        long from = begin(window, date);
        if (at >= from - lead && calendar.isServed(window, date) && at < end(window, date)) {
          spans.add(new Span(from, end(window, date)));
        }
      }
    }
    spans.sort(Comparator.comparingLong(Span::from));
    return spans;
  }

  /** The next instant at which {@link #around} changes. */
  public long nextChange(long after, long lead) {
    return Math.min(nextChange(after), earlier(nextChange(after + lead), lead));
  }

  private static long earlier(long instant, long lead) {
    return instant == Kind.NEVER ? instant : instant - lead;
  }

  private long next(LocalDate day, long after) {
    long next = Kind.NEVER;
    for (DailyWindow window : windows) {
      if (calendar.isServed(window, day)) {
        long begin = begin(window, day);
        long end = end(window, day);
        next = begin > after ? Math.min(next, begin) : next;
        next = end > after ? Math.min(next, end) : next;
      }
    }
    return next;
  }

  private boolean covers(DailyWindow window, LocalDate day, long at) {
    return calendar.isServed(window, day) && at >= begin(window, day) && at < end(window, day);
  }

  private long begin(DailyWindow window, LocalDate day) {
    return day.atTime(window.from()).atZone(zone).toInstant().toEpochMilli();
  }

  private long end(DailyWindow window, LocalDate day) {
    LocalDate last = window.from().isBefore(window.to()) ? day : day.plusDays(1);
    return last.atTime(window.to()).atZone(zone).toInstant().toEpochMilli();
  }
}
