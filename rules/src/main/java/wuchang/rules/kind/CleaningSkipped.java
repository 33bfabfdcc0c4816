package wuchang.rules.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import wuchang.domain.Unit;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Schedule;
import wuchang.rules.kernel.Verdict;
import wuchang.rules.kind.Counted.Count;
import wuchang.rules.schedule.Days;

/**
 * Much less water in a cleaning window than is usual in it, on days of the same class: of the week
 * or of the weekend. Judged when the window is over, and it stands until the next one is. What
 * passed while nothing was heard is spread, for the sum is right.
 *
 * @param windows of cleaning, one for each meal
 * @param below percent of the median of the last days
 * @param least m³ that are usually used, without which nothing is expected
 * @param learned from how many days of a class
 */
public record CleaningSkipped(
    Counted counted, List<Schedule> windows, Days days, double below, double least, int learned)
    implements Kind<CleaningSkipped.Known> {
  private static final long NONE = WindowUse.NONE;

  /**
   * What is known.
   *
   * @param habits by window; weekends take the place of days off
   * @param value m³ used in the last window that was judged
   * @param limit it was compared with; NaN when there was none
   * @param since when that window began, if too little was used in it
   */
  public record Known(
      Count count, WindowUse use, List<Habit> habits, double value, double limit, long since) {
    public Known {
      habits = List.copyOf(habits);
    }
  }

  public CleaningSkipped {
    windows = List.copyOf(windows);
  }

  @Override
  public Known blank(long from) {
    List<Habit> none = java.util.Collections.nCopies(windows.size(), Habit.NONE);
    return new Known(
        counted.blank(), WindowUse.of(windows.size()), none, Double.NaN, Double.NaN, NONE);
  }

  @Override
  public boolean wants(Metric metric) {
    return metric.equals(counted.metric());
  }

  @Override
  public Known remember(Known was, Observation observation) {
    Count count = counted.next(was.count(), (Reading) observation);
    WindowUse use = was.use().next(windows, count.slots().closed());
    Known now = new Known(count, use, was.habits(), was.value(), was.limit(), was.since());
    for (WindowUse.Part part : use.over()) {
      now = part.isWhole() ? judged(now, part) : now;
    }
    return now;
  }

  @Override
  public Verdict verdict(Known known, long at) {
    if (Double.isNaN(known.limit())) {
      return Verdict.UNKNOWN;
    }
    return known.since() == NONE ? Verdict.RIGHT : Verdict.CERTAIN;
  }

  @Override
  public long since(Known known, long at) {
    return known.since();
  }

  @Override
  public Evidence evidence(Known known, long at) {
    return Evidence.NONE
        .with("value", NightFlow.litres(known.value()), Unit.LITRE)
        .with("limit", NightFlow.litres(known.limit()), Unit.LITRE);
  }

  private Known judged(Known was, WindowUse.Part part) {
    long day = days.dayOf(part.begun());
    Habit habit = was.habits().get(part.which());
    OptionalDouble usual = habit.median(day, !days.isWeekend(day));
    double limit =
        usual.isEmpty()
            ? Double.NaN
            : usual.getAsDouble() < least ? 0 : usual.getAsDouble() * below / 100;
    boolean tooLittle = part.amount() < limit;
    List<Habit> habits = new ArrayList<>(was.habits());
    if (!tooLittle) {
      habits.set(part.which(), habit.with(day, !days.isWeekend(day), part.amount(), learned));
    }
    long since = tooLittle ? part.begun() : NONE;
    return new Known(was.count(), was.use(), habits, part.amount(), limit, since);
  }
}
