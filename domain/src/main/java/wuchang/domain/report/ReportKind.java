package wuchang.domain.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A kind of document (DOMAIN.md D6, D7), and the days that one of them is about. */
public enum ReportKind {
  /** 日管控 《每日食品安全检查记录》. */
  DAILY(Span.DAY),
  /** 周排查 《每周食品安全排查治理报告》, Monday to Sunday. */
  WEEKLY(Span.WEEK),
  /** 月调度 《每月食品安全调度会议纪要》. */
  MONTHLY(Span.MONTH),
  /** 《食品安全风险管控清单》 as it is in force. */
  RISK_LIST(Span.DAY),
  /** The form of temperatures at fixed hours. */
  TEMPERATURE_LOG(Span.MONTH),
  /** The register of devices. */
  ASSETS(Span.DAY),
  /** The 五常 score of a month, its ranking and its trend. */
  SCORE(Span.MONTH);

  private enum Span {
    DAY,
    WEEK,
    MONTH
  }

  /** Days from the first one to before the end. */
  public record Period(LocalDate first, LocalDate end) {
    /** As many days just before it. */
    public Period before() {
      return new Period(first.minusDays(days()), first);
    }

    public long days() {
      return end.toEpochDay() - first.toEpochDay();
    }

    public LocalDate last() {
      return end.minusDays(1);
    }
  }

  private final Span span;

  ReportKind(Span span) {
    this.span = span;
  }

  /** The period that a document is about which is asked for by one of its days. */
  public Period of(LocalDate day) {
    LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate first = day.withDayOfMonth(1);
    return switch (span) {
      case DAY -> new Period(day, day.plusDays(1));
      case WEEK -> new Period(monday, monday.plusWeeks(1));
      case MONTH -> new Period(first, first.plusMonths(1));
    };
  }

  /** The word of addresses and commands: {@code risk-list}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<ReportKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
