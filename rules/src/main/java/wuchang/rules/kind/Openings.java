package wuchang.rules.kind;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/**
 * The 30-second rule of a day: too large a share of a door's openings took too long. A day is
 * judged when it is over, and the judgement stands for the day after.
 *
 * @param longest milliseconds an opening may take
 * @param share percent of the openings that may take longer
 * @param least openings without which a day is not judged
 */
public record Openings(long longest, double share, int least, ZoneId zone)
    implements Kind<Openings.Days> {
  private static final long NONE = Long.MIN_VALUE;

  /** How many openings a day had, and how many of them were slow. */
  public record Day(long begins, long ends, int openings, int slow) {}

  /**
   * What is known.
   *
   * @param opened when the door was opened, while it is open
   */
  public record Days(long opened, Day before, Day today) {}

  @Override
  public Days blank(long from) {
    Day today = dayOf(from);
    return new Days(NONE, new Day(today.begins(), today.begins(), 0, 0), today);
  }

  @Override
  public boolean wants(Metric metric) {
    return metric == Metric.DOOR_OPEN;
  }

  @Override
  public boolean holdsForever() {
    return true;
  }

  @Override
  public Days remember(Days was, Observation observation) {
    long at = observation.time().toEpochMilli();
    Days now = at(was, at);
    if (((Reading) observation).value() != 0) {
      return new Days(now.opened() == NONE ? at : now.opened(), now.before(), now.today());
    }
    if (now.opened() == NONE) {
      return now;
    }
    Day day = now.today();
    int slow = day.slow() + (at - now.opened() > longest ? 1 : 0);
    return new Days(
        NONE, now.before(), new Day(day.begins(), day.ends(), day.openings() + 1, slow));
  }

  @Override
  public Verdict verdict(Days days, long at) {
    Day day = at(days, at).before();
    boolean tooSlow = day.slow() * 100.0 > share * day.openings();
    return day.openings() >= least && tooSlow ? Verdict.CERTAIN : Verdict.RIGHT;
  }

  @Override
  public long since(Days days, long at) {
    return at(days, at).before().begins();
  }

  @Override
  public long changes(Days days, long at) {
    return at(days, at).today().ends();
  }

  @Override
  public Evidence evidence(Days days, long at) {
    Day day = at(days, at).before();
    return Evidence.NONE
        .with("openings", day.openings())
        .with("slow", day.slow())
        .with("longest", Duration.ofMillis(longest));
  }

  /** The days as they stand at an instant. */
  private Days at(Days was, long at) {
    if (at < was.today().ends()) {
      return was;
    }
    Day today = dayOf(at);
    boolean next = today.begins() == was.today().ends();
    Day before = next ? was.today() : new Day(today.begins(), today.begins(), 0, 0);
    return new Days(was.opened(), before, today);
  }

  private Day dayOf(long at) {
    LocalDate day = Instant.ofEpochMilli(at).atZone(zone).toLocalDate();
    return new Day(start(day), start(day.plusDays(1)), 0, 0);
  }

  private long start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }
}
