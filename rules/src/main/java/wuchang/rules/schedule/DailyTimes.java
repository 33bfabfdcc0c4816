package wuchang.rules.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Schedule;

/** Every day at these times, for so long at most a day: declared defrosts. */
public record DailyTimes(List<LocalTime> starts, Duration length, ZoneId zone) implements Schedule {
  public DailyTimes {
    starts = List.copyOf(starts);
  }

  @Override
  public boolean contains(long at) {
    LocalDate today = dayOf(at);
    return starts.stream()
        .anyMatch(start -> within(at, today, start) || within(at, today.minusDays(1), start));
  }

  @Override
  public long nextChange(long after) {
    LocalDate today = dayOf(after);
    long next = Kind.NEVER;
    for (LocalTime start : starts) {
      for (int day = -1; day <= 2; day++) {
        long begin = begin(today.plusDays(day), start);
        long end = begin + length.toMillis();
        next = begin > after ? Math.min(next, begin) : next;
        next = end > after ? Math.min(next, end) : next;
      }
    }
    return next;
  }

  private boolean within(long at, LocalDate day, LocalTime start) {
    long begin = begin(day, start);
    return at >= begin && at < begin + length.toMillis();
  }

  private long begin(LocalDate day, LocalTime start) {
    return day.atTime(start).atZone(zone).toInstant().toEpochMilli();
  }

  private LocalDate dayOf(long at) {
    return Instant.ofEpochMilli(at).atZone(zone).toLocalDate();
  }
}
