package wuchang.rules.kind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import wuchang.domain.Unit;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;
import wuchang.rules.kind.Averaged.Mean;
import wuchang.rules.kind.Slots.Slot;
import wuchang.rules.schedule.Days;

/**
 * More water than the meter is built for, or than several times what passed at most in the same
 * hour of the week for four weeks: of the twelve means of five minutes in each such hour the
 * highest, for of 48 values that is the 99th percentile. A day that is worked or closed against its
 * habit is not learned; a working one is compared with that hour of any day. What is found too much
 * is not learned either.
 *
 * @param most m³/h in any case; empty when only the habit decides
 * @param times the usual
 * @param least m³/h that are allowed at any hour, as far as the habit decides
 * @param clear share of the limit
 */
public record Burst(
    Flow flow,
    OptionalDouble most,
    double times,
    double least,
    double clear,
    Days days,
    long maxGap)
    implements Kind<Burst.Known> {
  private static final long NONE = Long.MIN_VALUE;
  private static final long HOUR = 3_600_000;
  private static final int SLOTS = 12;
  private static final int WEEKS = 4;
  private static final int DAY = 24;

  /** Weeks after which an hour of the week is known. */
  private static final int LEAST_WEEKS = 2;

  /**
   * The hour under way.
   *
   * @param highest mean of five minutes so far
   * @param slots how many of them are known
   */
  public record Hour(long from, double highest, int slots) {}

  /** What is known; by hour of the week the highest of the last weeks, the newest last. */
  public record Known(Mean<Flow.Meter> flow, Hour hour, Map<Integer, List<Habit.Value>> weeks) {
    public Known {
      weeks = Map.copyOf(weeks);
    }
  }

  @Override
  public Known blank(long from) {
    return new Known(averaged().blank(), new Hour(NONE, 0, 0), Map.of());
  }

  @Override
  public boolean wants(Metric metric) {
    return flow.wants(metric);
  }

  @Override
  public Known remember(Known was, Observation observation) {
    Mean<Flow.Meter> mean = averaged().next(was.flow(), (Reading) observation);
    Known now = new Known(mean, was.hour(), was.weeks());
    for (Slot slot : mean.slots().closed()) {
      if (slot.isWhole()) {
        now = slot(now, slot);
      }
    }
    return now;
  }

  @Override
  public Verdict verdict(Known known, long at) {
    double value = averaged().value(known.flow());
    double limit = limit(known, at);
    if (Double.isNaN(value) || limit == Double.POSITIVE_INFINITY) {
      return Verdict.UNKNOWN;
    }
    if (value > limit) {
      return Verdict.WRONG;
    }
    return value <= limit * (1 - clear) ? Verdict.RIGHT : Verdict.BETWEEN;
  }

  @Override
  public long since(Known known, long at) {
    return at;
  }

  @Override
  public long changes(Known known, long at) {
    return known.weeks().isEmpty() ? NEVER : days.startOfHour(at) + HOUR;
  }

  @Override
  public Evidence evidence(Known known, long at) {
    return Evidence.NONE
        .with("value", Threshold.round(averaged().value(known.flow())), Unit.CUBIC_METRE_PER_HOUR)
        .with("limit", Threshold.round(limit(known, at)), Unit.CUBIC_METRE_PER_HOUR);
  }

  private Averaged<Flow.Meter> averaged() {
    return new Averaged<>(flow, maxGap, HOUR / SLOTS);
  }

  private Known slot(Known was, Slot slot) {
    long from = days.startOfHour(slot.from());
    Hour hour = was.hour().from() == from ? was.hour() : new Hour(from, 0, 0);
    boolean allowed = slot.mean() <= limit(was, slot.from());
    double highest = allowed ? Math.max(hour.highest(), slot.mean()) : hour.highest();
    Hour now = new Hour(from, highest, hour.slots() + 1);
    boolean over = slot.to() == from + HOUR && now.slots() == SLOTS;
    return new Known(was.flow(), now, over ? learned(was.weeks(), now) : was.weeks());
  }

  private Map<Integer, List<Habit.Value>> learned(Map<Integer, List<Habit.Value>> was, Hour hour) {
    long day = days.dayOf(hour.from());
    if (days.isException(day)) {
      return was;
    }
    int key = days.hourOfWeek(hour.from());
    List<Habit.Value> values = new ArrayList<>(was.getOrDefault(key, List.of()));
    values.add(new Habit.Value(day, hour.highest()));
    Map<Integer, List<Habit.Value>> weeks = new HashMap<>(was);
    weeks.put(key, List.copyOf(values.subList(Math.max(0, values.size() - WEEKS), values.size())));
    return weeks;
  }

  private double limit(Known known, long at) {
    OptionalDouble usual = known.weeks().isEmpty() ? OptionalDouble.empty() : usual(known, at);
    double learnt =
        usual.isEmpty() ? Double.POSITIVE_INFINITY : Math.max(times * usual.getAsDouble(), least);
    return Math.min(learnt, most.orElse(Double.POSITIVE_INFINITY));
  }

  private OptionalDouble usual(Known known, long at) {
    int key = days.hourOfWeek(at);
    long day = days.dayOf(at);
    if (!days.isException(day) || !days.isServed(day)) {
      return highest(known.weeks().getOrDefault(key, List.of()));
    }
    OptionalDouble any = OptionalDouble.empty();
    for (int hour = key % DAY; hour < 7 * DAY; hour += DAY) {
      OptionalDouble of = highest(known.weeks().getOrDefault(hour, List.of()));
      any = of.isPresent() && of.getAsDouble() > any.orElse(0) ? of : any;
    }
    return any;
  }

  private static OptionalDouble highest(List<Habit.Value> values) {
    return values.size() < LEAST_WEEKS
        ? OptionalDouble.empty()
        : values.stream().mapToDouble(Habit.Value::value).max();
  }
}
