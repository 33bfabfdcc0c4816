package wuchang.rules.kind;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import wuchang.domain.Unit;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Schedule;
import wuchang.rules.kernel.Verdict;
import wuchang.rules.kind.Averaged.Mean;
import wuchang.rules.kind.Slots.Slot;
import wuchang.rules.schedule.Days;

/**
 * More power in an hour of the night than is usual in that hour: something was left on. Each hour
 * is compared with the same hour of the last nights, for the first may be busy and the others not.
 * What is found wrong is not learned. A night is over in the morning, and the next begins anew.
 *
 * @param night when nobody should be there
 * @param times the usual power that is allowed, and at least …
 * @param least … W more than usual
 * @param most W allowed in any case; empty when only the habit decides
 * @param learned from how many nights of a kind
 * @param nights in a row in which it must have been wrong
 */
public record NightLoad(
    Schedule night,
    Days days,
    double times,
    double least,
    OptionalDouble most,
    int learned,
    int nights,
    long maxGap)
    implements Kind<NightLoad.Known> {
  private static final long NONE = Long.MIN_VALUE;
  private static final long HOUR = 3_600_000;
  private static final Averaged<Double> BLANK = averaged(0);

  /** The hour under way: its amount so far, how much of it is known, and its lowest mean. */
  public record Hour(long from, double amount, long covered, double lowest) {
    static Hour begun(long from) {
      return new Hour(from, 0, 0, Double.POSITIVE_INFINITY);
    }

    Hour with(Slot slot) {
      return new Hour(
          from, amount + slot.amount(), covered + slot.covered(), Math.min(lowest, slot.mean()));
    }

    double mean() {
      return amount / covered;
    }
  }

  /** What is usual in an hour of the night: its mean, and its lowest five minutes. */
  public record Usual(Habit mean, Habit lowest) {
    static final Usual UNKNOWN = new Usual(Habit.NONE, Habit.NONE);
  }

  /**
   * What was found.
   *
   * @param wrong whether the last hour that was judged is wrong; {@code limit} is NaN when nothing
   *     could be said
   * @param since when the hours began to be wrong this night
   * @param until when this night ends
   * @param row how many nights in a row were wrong, this one included
   * @param lastWrong the night, by its day, that was wrong last
   */
  public record Found(
      boolean wrong, double value, double limit, long since, long until, int row, long lastWrong) {}

  /** What is known; the habits by hour of the day. */
  public record Known(Mean<Double> power, Hour hour, Map<Integer, Usual> habits, Found found) {
    public Known {
      habits = Map.copyOf(habits);
    }
  }

  @Override
  public Known blank(long from) {
    Found nothing = new Found(false, 0, Double.NaN, NONE, NONE, 0, NONE);
    return new Known(BLANK.blank(), Hour.begun(NONE), Map.of(), nothing);
  }

  @Override
  public boolean wants(Metric metric) {
    return metric == Metric.POWER;
  }

  @Override
  public Known remember(Known was, Observation observation) {
    Mean<Double> power = averaged(maxGap).next(was.power(), (Reading) observation);
    Known now = new Known(power, was.hour(), was.habits(), was.found());
    for (Slot slot : power.slots().closed()) {
      if (night.contains(slot.from())) {
        now = slot(now, slot);
      }
    }
    return now;
  }

  @Override
  public Verdict verdict(Known known, long at) {
    Found found = known.found();
    if (found.until() == NONE || Double.isNaN(found.limit())) {
      return Verdict.UNKNOWN;
    }
    boolean wrong = found.wrong() && at < found.until();
    return !wrong ? Verdict.RIGHT : found.row() >= nights ? Verdict.CERTAIN : Verdict.BETWEEN;
  }

  @Override
  public long since(Known known, long at) {
    return known.found().since();
  }

  @Override
  public long changes(Known known, long at) {
    return known.found().until() > at ? known.found().until() : NEVER;
  }

  @Override
  public Evidence evidence(Known known, long at) {
    return Evidence.NONE
        .with("value", Threshold.round(known.found().value() / 1000), Unit.KILOWATT)
        .with("limit", Threshold.round(known.found().limit() / 1000), Unit.KILOWATT)
        .with("nights", known.found().row());
  }

  private static Averaged<Double> averaged(long maxGap) {
    return new Averaged<>(new Raw(Metric.POWER), maxGap, HOUR / 12);
  }

  private Known slot(Known was, Slot slot) {
    long from = days.startOfHour(slot.from());
    Hour hour = was.hour().from() == from ? was.hour() : Hour.begun(from);
    Known known = new Known(was.power(), hour.with(slot), was.habits(), was.found());
    boolean over = slot.to() == from + HOUR && known.hour().covered() * 10 >= HOUR * 9;
    return over ? judged(known) : known;
  }

  /** Judges an hour that is over. */
  private Known judged(Known was) {
    Hour hour = was.hour();
    long end = night.nextChange(hour.from());
    // A night that runs over midnight belongs to the day it ends on.
    long day = days.dayOf(end);
    boolean worked = days.isServed(day);
    int key = days.hourOfWeek(hour.from()) % 24;
    Usual usual = was.habits().getOrDefault(key, Usual.UNKNOWN);
    double limit = limit(usual.mean().median(day, worked));
    boolean wrong =
        hour.mean() > most.orElse(Double.POSITIVE_INFINITY)
            || hour.mean() > limit && hour.lowest() > limit(usual.lowest().median(day, worked));
    Map<Integer, Usual> habits = new HashMap<>(was.habits());
    if (!wrong) {
      habits.put(
          key,
          new Usual(
              usual.mean().with(day, worked, hour.mean(), learned),
              usual.lowest().with(day, worked, hour.lowest(), learned)));
    }
    Found found = found(was.found(), wrong, hour.mean(), limit, hour.from(), end, day);
    return new Known(was.power(), hour, habits, found);
  }

  private static Found found(
      Found was, boolean wrong, double value, double limit, long from, long end, long day) {
    double known = limit == Double.POSITIVE_INFINITY ? Double.NaN : limit;
    boolean sameNight = was.until() == end;
    if (!wrong) {
      return new Found(false, value, known, NONE, end, was.row(), was.lastWrong());
    }
    long since = sameNight && was.wrong() ? was.since() : from;
    int row = was.lastWrong() == day ? was.row() : was.lastWrong() == day - 1 ? was.row() + 1 : 1;
    return new Found(true, value, known, since, end, row, day);
  }

  private double limit(OptionalDouble usual) {
    double learnt =
        usual.isEmpty()
            ? Double.POSITIVE_INFINITY
            : Math.max(times * usual.getAsDouble(), usual.getAsDouble() + least);
    return Math.min(learnt, most.orElse(Double.POSITIVE_INFINITY));
  }
}
