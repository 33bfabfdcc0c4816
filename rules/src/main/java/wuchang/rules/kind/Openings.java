package wuchang.rules.kind;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Schedule;
import wuchang.rules.kernel.Verdict;

/**
 * The 30-second rule of a day: too large a share of a door's openings took too long, or it was
 * opened too often within an hour outside preparation. A day is judged when it is over, and the
 * judgement stands for the day after; one on which nothing was heard of the door is not known.
 *
 * @param longest milliseconds an opening may take
 * @param share percent of the openings that may take longer
 * @param least openings without which the share of a day is not judged
 * @param most openings within an hour, outside preparation
 */
public record Openings(long longest, double share, int least, int most, Schedule prep, ZoneId zone)
    implements Kind<Openings.Days> {
  private static final long NONE = Long.MIN_VALUE;

  private static final long HOUR = 3_600_000;

  /**
   * A day so far.
   *
   * @param heard whether the door was heard of
   * @param slow how many openings took too long
   * @param busiest the most openings within an hour outside preparation
   */
  public record Day(long begins, long ends, boolean heard, int openings, int slow, int busiest) {
    private static Day blank(long begins, long ends) {
      return new Day(begins, ends, false, 0, 0, 0);
    }

    private Day opened(int inHour) {
      return new Day(begins, ends, true, openings, slow, Math.max(busiest, inHour));
    }

    private Day closed(boolean late) {
      return new Day(begins, ends, true, openings + 1, slow + (late ? 1 : 0), busiest);
    }

    private Day spoken() {
      return heard ? this : new Day(begins, ends, true, openings, slow, busiest);
    }
  }

  /**
   * What is known.
   *
   * @param opened when the door was opened, while it is open
   * @param recent when it was opened in the last hour, outside preparation
   */
  public record Days(long opened, List<Long> recent, Day before, Day today) {
    public Days {
      recent = List.copyOf(recent);
    }
  }

  @Override
  public Days blank(long from) {
    Day today = dayOf(from);
    return new Days(NONE, List.of(), Day.blank(today.begins(), today.begins()), today);
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
    boolean opens = ((Reading) observation).value() != 0;
    if (opens == (now.opened() != NONE)) {
      return new Days(now.opened(), now.recent(), now.before(), now.today().spoken());
    }
    if (!opens) {
      boolean late = at - now.opened() > longest;
      return new Days(NONE, now.recent(), now.before(), now.today().closed(late));
    }
    List<Long> recent = new ArrayList<>(now.recent());
    recent.removeIf(time -> time <= at - HOUR);
    if (!prep.contains(at)) {
      recent.add(at);
    }
    return new Days(at, recent, now.before(), now.today().opened(recent.size()));
  }

  @Override
  public Verdict verdict(Days days, long at) {
    Day day = at(days, at).before();
    if (!day.heard()) {
      return Verdict.UNKNOWN;
    }
    boolean slow = day.openings() >= least && day.slow() * 100.0 > share * day.openings();
    return slow || day.busiest() > most ? Verdict.CERTAIN : Verdict.RIGHT;
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
        .with("busiest", day.busiest())
        .with("longest", Duration.ofMillis(longest));
  }

  /** The days as they stand at an instant. */
  private Days at(Days was, long at) {
    if (at < was.today().ends()) {
      return was;
    }
    Day today = dayOf(at);
    boolean next = today.begins() == was.today().ends();
    Day before = next ? was.today() : Day.blank(today.begins(), today.begins());
    return new Days(was.opened(), was.recent(), before, today);
  }

  private Day dayOf(long at) {
    LocalDate day = Instant.ofEpochMilli(at).atZone(zone).toLocalDate();
    return Day.blank(start(day), start(day.plusDays(1)));
  }

  private long start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }
}
