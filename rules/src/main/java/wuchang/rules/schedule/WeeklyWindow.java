package wuchang.rules.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import wuchang.domain.site.DailyWindow;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Schedule;

/** A window of the configuration, in the site's zone: nights, service. */
public record WeeklyWindow(DailyWindow window, ZoneId zone) implements Schedule {
  @Override
  public boolean contains(long at) {
    return window.contains(Instant.ofEpochMilli(at).atZone(zone));
  }

  @Override
  public long nextChange(long after) {
    LocalDate today = Instant.ofEpochMilli(after).atZone(zone).toLocalDate();
    boolean inside = contains(after);
    // A window that is not daily may be a week away.
    for (int day = 0; day <= 8; day++) {
      long next = Kind.NEVER;
      for (LocalTime edge : new LocalTime[] {window.from(), window.to()}) {
        long at = today.plusDays(day).atTime(edge).atZone(zone).toInstant().toEpochMilli();
        if (at > after && at < next && contains(at) != inside) {
          next = at;
        }
      }
      if (next != Kind.NEVER) {
        return next;
      }
    }
    return Kind.NEVER;
  }
}
