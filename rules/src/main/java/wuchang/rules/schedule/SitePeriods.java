package wuchang.rules.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import wuchang.domain.finding.Coverage;
import wuchang.domain.site.DailyWindow;
import wuchang.domain.site.Site;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Periods;

/**
 * The days of a site, from midnight to midnight of its own time, and its shifts: the windows of the
 * first level of the rota. Without a rota the night is one, and the rest of the day the other.
 */
public final class SitePeriods implements Periods {
  private final ZoneId zone;
  private final List<DailyWindow> shifts;
  private final Set<LocalTime> edges = new TreeSet<>();

  public SitePeriods(Site site) {
    this.zone = site.zone();
    Set<DailyWindow> rota =
        site.rota().stream()
            .filter(shift -> shift.level() == 1)
            .map(shift -> shift.window())
            .collect(Collectors.toSet());
    DailyWindow night = site.calendar().night();
    this.shifts =
        rota.isEmpty()
            ? List.of(night, new DailyWindow(night.days(), night.to(), night.from()))
            : rota.stream().sorted(Comparator.comparing(SitePeriods::name)).toList();
    edges.add(LocalTime.MIDNIGHT);
    shifts.forEach(shift -> edges.addAll(List.of(shift.from(), shift.to())));
  }

  @Override
  public long nextBorder(long after) {
    LocalDate today = dayOf(after);
    for (int day = 0; day <= 1; day++) {
      for (LocalTime edge : edges) {
        long at = millis(today.plusDays(day), edge);
        if (at > after) {
          return at;
        }
      }
    }
    return Kind.NEVER;
  }

  @Override
  public List<Span> touching(long from, long to) {
    List<Span> found = new ArrayList<>();
    LocalDate last = dayOf(to);
    for (LocalDate day = dayOf(from).minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
      add(
          new Span(
              Coverage.Period.of(day),
              millis(day, LocalTime.MIDNIGHT),
              millis(day.plusDays(1), LocalTime.MIDNIGHT)),
          from,
          to,
          found);
      for (DailyWindow shift : shifts) {
        if (shift.days().contains(day.getDayOfWeek())) {
          LocalDate end = shift.from().isBefore(shift.to()) ? day : day.plusDays(1);
          add(
              new Span(
                  new Coverage.Period(day, name(shift)),
                  millis(day, shift.from()),
                  millis(end, shift.to())),
              from,
              to,
              found);
        }
      }
    }
    return found;
  }

  private static void add(Span span, long from, long to, List<Span> into) {
    if (span.from() <= to && span.to() >= from) {
      into.add(span);
    }
  }

  private static String name(DailyWindow window) {
    return window.from() + "-" + window.to();
  }

  private LocalDate dayOf(long at) {
    return Instant.ofEpochMilli(at).atZone(zone).toLocalDate();
  }

  private long millis(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(zone).toInstant().toEpochMilli();
  }
}
