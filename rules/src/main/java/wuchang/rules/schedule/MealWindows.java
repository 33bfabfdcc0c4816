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
 *
 * <p>The last answers are kept, for they hold until the next border and are asked for at every
 * reading. They are immutable, so it does not matter which thread made them.
 */
public final class MealWindows implements Schedule {
  /** A canteen may be closed for a summer. */
  private static final int FURTHEST = 120;

  private final List<DailyWindow> windows;
  private final SiteCalendar calendar;
  private final ZoneId zone;
  private Stretch last = new Stretch(Kind.NEVER, Kind.NEVER, false);
  private Near near = new Near(0, Kind.NEVER, Kind.NEVER, List.of());

  /** Between two borders, the first inside: whether a window is open. */
  private record Stretch(long from, long until, boolean open) {
    boolean covers(long at) {
      return at >= from && at < until;
    }
  }

  /** Between two instants at which that changes, what is near. */
  private record Near(long lead, long from, long until, List<Span> spans) {
    boolean covers(long at, long asked) {
      return asked == lead && at >= from && at < until;
    }
  }

  public MealWindows(List<DailyWindow> windows, SiteCalendar calendar, ZoneId zone) {
    this.windows = List.copyOf(windows);
    this.calendar = calendar;
    this.zone = zone;
  }

  @Override
  public boolean contains(long at) {
    return stretch(at).open();
  }

  @Override
  public long nextChange(long after) {
    return stretch(after).until();
  }

  private Stretch stretch(long at) {
    Stretch known = last;
    if (!known.covers(at)) {
      known = new Stretch(at, border(at), isOpen(at));
      last = isFinal(known.until()) ? known : last;
    }
    return known;
  }

  /** Whether an answer holds until then: what is too far off to be seen may come nearer. */
  private boolean isFinal(long until) {
    return until != Kind.NEVER || windows.isEmpty();
  }

  private boolean isOpen(long at) {
    LocalDate today = Instant.ofEpochMilli(at).atZone(zone).toLocalDate();
    return windows.stream()
        .anyMatch(window -> covers(window, today, at) || covers(window, today.minusDays(1), at));
  }

  private long border(long after) {
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
    return near(at, lead).spans();
  }

  /** The next instant at which {@link #around} changes. */
  public long nextChange(long after, long lead) {
    return near(after, lead).until();
  }

  private Near near(long at, long lead) {
    Near known = near;
    if (!known.covers(at, lead)) {
      long until = Math.min(border(at), earlier(border(at + lead), lead));
      known = new Near(lead, at, until, spans(at, lead));
      near = isFinal(until) ? known : near;
    }
    return known;
  }

  private List<Span> spans(long at, long lead) {
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
    return List.copyOf(spans);
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
