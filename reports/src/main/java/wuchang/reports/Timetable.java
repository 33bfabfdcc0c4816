package wuchang.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import wuchang.domain.report.ReportKind;

/**
 * When documents are made, in the site's time: a day's record at 23:59; whether something came late
 * for yesterday is looked at every hour, and for the days, the week and the month before every
 * night. What is the same as it was is not made again.
 */
public record Timetable(ZoneId zone) {
  private static final LocalTime CLOSING = LocalTime.of(23, 59);
  private static final LocalTime NIGHT = LocalTime.of(1, 10);
  private static final int DAYS_BACK = 35;

  /** A document to be made, or looked at again. */
  public record Due(ReportKind kind, LocalDate day) {}

  /** Those that have become due after one instant and not after another, the most urgent first. */
  public List<Due> between(Instant looked, Instant now) {
    List<Due> due = new ArrayList<>();
    LocalDate today = LocalDate.ofInstant(now, zone);
    for (LocalDate day = LocalDate.ofInstant(looked, zone);
        !day.isAfter(today);
        day = day.plusDays(1)) {
      if (isIn(day, CLOSING, looked, now)) {
        due.add(new Due(ReportKind.DAILY, day));
      }
    }
    if (looked.getEpochSecond() / 3600 < now.getEpochSecond() / 3600) {
      due.add(new Due(ReportKind.DAILY, today.minusDays(1)));
    }
    if (isIn(today, NIGHT, looked, now)) {
      due.addAll(nightly(today));
    }
    return due;
  }

  /** What is looked at in the night, and when the system starts: it may have been away. */
  public List<Due> nightly(LocalDate today) {
    List<Due> due = new ArrayList<>();
    for (int back = 1; back <= DAYS_BACK; back++) {
      due.add(new Due(ReportKind.DAILY, today.minusDays(back)));
    }
    due.add(new Due(ReportKind.WEEKLY, today.minusWeeks(1)));
    due.add(new Due(ReportKind.MONTHLY, today.withDayOfMonth(1).minusDays(1)));
    due.add(new Due(ReportKind.RISK_LIST, today.minusDays(1)));
    return due;
  }

  private boolean isIn(LocalDate day, LocalTime time, Instant looked, Instant now) {
    Instant at = day.atTime(time).atZone(zone).toInstant();
    return at.isAfter(looked) && !at.isAfter(now);
  }
}
