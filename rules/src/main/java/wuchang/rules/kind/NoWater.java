package wuchang.rules.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import wuchang.domain.Unit;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Counter;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Schedule;
import wuchang.rules.kernel.Verdict;
import wuchang.rules.kind.Counted.Count;
import wuchang.rules.schedule.Days;

/**
 * A counter that stands still while food is prepared, where water is usually drawn then. For how
 * long that is tolerated, the rule says; where lulls of that length are usual, half as long again
 * as the longest of the last days. A window that was found wrong is not learned, until there were
 * three in four weeks: then water is not out there, but seldom used.
 *
 * @param windows of preparation, one for each meal
 * @param usual m³ that are usually drawn in the window, without which nothing is expected of it
 * @param tolerate milliseconds, as the rule says
 * @param learned from how many days
 */
public record NoWater(
    Counted counted, List<Schedule> windows, Days days, double usual, long tolerate, int learned)
    implements Kind<NoWater.Known> {
  private static final long NONE = WindowUse.NONE;
  private static final double LONGER = 1.5;

  /**
   * What is usual in a window, by day.
   *
   * @param odd the days that were found wrong and are not learned, at most two
   * @param lull the longest time without water in the window under way, milliseconds
   */
  public record Window(Habit used, Habit lulls, List<Day> odd, long lull) {
    static final Window NEW = new Window(Habit.NONE, Habit.NONE, List.of(), 0);

    public Window {
      odd = List.copyOf(odd);
    }

    Window lull(long longest) {
      return new Window(used, lulls, odd, longest);
    }
  }

  /** A window that is over: m³ that passed, and its longest time without water. */
  public record Day(long day, double used, long lull) {}

  /**
   * What is known.
   *
   * @param moved when the counter was seen to have moved, or first seen
   */
  public record Known(Count count, long moved, WindowUse use, List<Window> windows) {
    public Known {
      windows = List.copyOf(windows);
    }
  }

  public NoWater {
    windows = List.copyOf(windows);
  }

  @Override
  public Known blank(long from) {
    List<Window> none = java.util.Collections.nCopies(windows.size(), Window.NEW);
    return new Known(counted.blank(), NONE, WindowUse.of(windows.size()), none);
  }

  @Override
  public boolean wants(Metric metric) {
    return metric.equals(counted.metric());
  }

  @Override
  public Known remember(Known was, Observation observation) {
    long at = observation.time().toEpochMilli();
    Reading reading = (Reading) observation;
    Count count = counted.next(was.count(), reading);
    boolean same =
        count.kind() == Counter.Kind.FORWARD
            && count.meter().counter().last().equals(was.count().meter().counter().last());
    WindowUse use = was.use().next(windows, count.slots().closed());
    List<Window> next = new ArrayList<>(was.windows());
    for (int i = 0; i < next.size(); i++) {
      next.set(i, lull(next.get(i), use.open().get(i), was.moved(), at));
    }
    for (WindowUse.Part part : use.over()) {
      next.set(part.which(), learned(next.get(part.which()), part));
    }
    return new Known(count, same ? was.moved() : at, use, next);
  }

  @Override
  public Verdict verdict(Known known, long at) {
    int i = current(at);
    if (i < 0) {
      return Verdict.RIGHT;
    }
    Window window = known.windows().get(i);
    long day = days.dayOf(at);
    OptionalDouble used = window.used().median(day, true);
    if (known.moved() == NONE || used.isEmpty()) {
      return Verdict.UNKNOWN;
    }
    if (used.getAsDouble() < usual) {
      return Verdict.RIGHT;
    }
    if (at < wrongFrom(known, i, at)) {
      return Verdict.RIGHT;
    }
    return at == known.moved() ? Verdict.RENEWED : Verdict.WRONG;
  }

  @Override
  public long since(Known known, long at) {
    return stillFrom(known, current(at), at);
  }

  @Override
  public long changes(Known known, long at) {
    long next = NEVER;
    for (Schedule window : windows) {
      next = Math.min(next, window.nextChange(at));
    }
    int i = current(at);
    long wrong = i < 0 || known.moved() == NONE ? NEVER : wrongFrom(known, i, at);
    return wrong > at ? Math.min(next, wrong) : next;
  }

  @Override
  public Evidence evidence(Known known, long at) {
    int i = Math.max(0, current(at));
    double used = known.windows().get(i).used().median(days.dayOf(at), true).orElse(0);
    return Evidence.NONE.with("usual", NightFlow.litres(used), Unit.LITRE);
  }

  private int current(long at) {
    for (int i = 0; i < windows.size(); i++) {
      if (windows.get(i).contains(at)) {
        return i;
      }
    }
    return -1;
  }

  /** Since when it has stood still in the window. */
  private long stillFrom(Known known, int i, long at) {
    WindowUse.Part part = known.use().open().get(Math.max(0, i));
    // Of a window that has just begun, or whose beginning was missed, nothing is known before.
    boolean underWay = i >= 0 && part.begun() != NONE && at < part.ends();
    return Math.max(known.moved(), underWay ? part.begun() : at);
  }

  /** From when on standing still is wrong, if for {@code tolerate} more. */
  private long wrongFrom(Known known, int i, long at) {
    double longest = known.windows().get(i).lulls().percentile(days.dayOf(at), true, 1).orElse(0);
    long patience = Math.max(0, Math.round(LONGER * longest) - tolerate);
    return stillFrom(known, i, at) + patience;
  }

  private static Window lull(Window was, WindowUse.Part part, long moved, long at) {
    if (part.begun() == NONE || moved == NONE) {
      return was;
    }
    long lull = Math.min(at, part.ends()) - Math.max(moved, part.begun());
    return lull > was.lull() ? was.lull(lull) : was;
  }

  /** Learns a window of which all is known. */
  private Window learned(Window was, WindowUse.Part part) {
    if (!part.isWhole()) {
      return was.lull(0);
    }
    Day day = new Day(days.dayOf(part.begun()), part.amount(), was.lull());
    double longest = was.lulls().percentile(day.day(), true, 1).orElse(Double.POSITIVE_INFINITY);
    return day.lull() > Math.max(LONGER * longest, tolerate)
        ? odd(was, day)
        : new Window(
            learned(was.used(), day, day.used()),
            learned(was.lulls(), day, day.lull()),
            was.odd(),
            0);
  }

  /** Of three odd days only so long a lull is learned as there was on each of them. */
  private Window odd(Window was, Day day) {
    List<Day> odd = new ArrayList<>(was.odd());
    odd.removeIf(each -> each.day() < day.day() - Habit.FORGOTTEN);
    odd.add(day);
    if (odd.size() < Habit.LEAST) {
      return new Window(was.used(), was.lulls(), odd, 0);
    }
    long usual = odd.stream().mapToLong(Day::lull).min().orElseThrow();
    Habit used = was.used();
    for (Day each : odd) {
      used = learned(used, each, each.used());
    }
    return new Window(used, learned(was.lulls(), day, usual), List.of(), 0);
  }

  private Habit learned(Habit habit, Day day, double value) {
    return habit.with(day.day(), true, value, learned);
  }
}
