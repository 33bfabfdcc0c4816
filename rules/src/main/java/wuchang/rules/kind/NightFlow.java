package wuchang.rules.kind;

import java.util.OptionalDouble;
import wuchang.domain.Unit;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;
import wuchang.rules.kind.Counted.Count;
import wuchang.rules.kind.Slots.Slot;
import wuchang.rules.schedule.Days;

/**
 * The night line: the least that passed in any hour of the small hours. When even that is too much
 * for some nights in a row, something runs that nobody uses. What is usual is the 20th percentile
 * of the last good nights; a night that is too much is not learned, or a leak would soon be the
 * habit. A night of which some is not known can be good, but is neither bad nor learned. An hour at
 * any time of the day in which no more passed ends it.
 *
 * @param from milliseconds after midnight at which the small hours begin
 * @param until when they end
 * @param times the usual that is allowed, and in any case …
 * @param least … so many m³ in an hour
 * @param nights in a row
 * @param learned from how many nights of a kind
 */
public record NightFlow(
    Counted counted,
    Days days,
    long from,
    long until,
    double times,
    double least,
    int nights,
    int learned)
    implements Kind<NightFlow.Known> {
  private static final long NONE = Long.MIN_VALUE;
  private static final double USUAL = 0.2;
  private static final long HOUR = 3_600_000;

  /**
   * The small hours under way.
   *
   * @param day whose they are; NONE before the first
   * @param least that passed in an hour so far
   * @param hours how many hours, rolling, were known
   */
  public record Night(long day, double least, int hours) {}

  /**
   * What was found.
   *
   * @param row how many nights in a row were too much
   * @param since when the first of them began
   * @param value of the last night, m³ in an hour; NaN before the first
   * @param limit it was compared with; NaN when there was none
   */
  public record Found(int row, long since, double value, double limit) {}

  /** What is known. */
  public record Known(Count count, Rolling hour, Night night, Habit habit, Found found) {}

  @Override
  public Known blank(long at) {
    return new Known(
        counted.blank(),
        hour(),
        new Night(NONE, 0, 0),
        Habit.NONE,
        new Found(0, NONE, Double.NaN, Double.NaN));
  }

  @Override
  public boolean wants(Metric metric) {
    return metric.equals(counted.metric());
  }

  @Override
  public Known remember(Known was, Observation observation) {
    Count count = counted.next(was.count(), (Reading) observation);
    Known now = new Known(count, was.hour(), was.night(), was.habit(), was.found());
    for (Slot slot : count.slots().closed()) {
      now = slot(now, slot);
    }
    return now;
  }

  @Override
  public Verdict verdict(Known known, long at) {
    Found found = known.found();
    if (found.row() >= nights) {
      return Verdict.CERTAIN;
    }
    return Double.isNaN(found.limit()) ? Verdict.UNKNOWN : Verdict.RIGHT;
  }

  @Override
  public long since(Known known, long at) {
    return known.found().since();
  }

  @Override
  public Evidence evidence(Known known, long at) {
    return Evidence.NONE
        .with("value", litres(known.found().value()), Unit.LITRE_PER_HOUR)
        .with("limit", litres(known.found().limit()), Unit.LITRE_PER_HOUR)
        .with("nights", known.found().row());
  }

  /** m³ in an hour as litres, to a tenth. */
  static double litres(double cubicMetres) {
    return Double.isFinite(cubicMetres) ? Math.round(cubicMetres * 10_000) / 10.0 : 0;
  }

  private Rolling hour() {
    return Rolling.of((int) (HOUR / counted.width()));
  }

  private Known slot(Known was, Slot slot) {
    Rolling hour = was.hour().with(slot);
    double passed = hour.sum();
    Found found = was.found();
    if (passed <= found.limit()) {
      found = new Found(0, NONE, found.value(), found.limit());
    }
    Known now = new Known(was.count(), hour, was.night(), was.habit(), found);
    Night night = now.night();
    if (night.day() != NONE && slot.from() >= days.at(night.day(), until)) {
      now = judged(now);
    }
    long day = days.dayOf(slot.from());
    boolean inside = slot.to() - HOUR >= days.at(day, from) && slot.to() <= days.at(day, until);
    if (inside && !Double.isNaN(passed)) {
      now = counted(now, day, passed);
    }
    boolean over = now.night().day() != NONE && slot.to() == days.at(now.night().day(), until);
    return over ? judged(now) : now;
  }

  private static Known counted(Known was, long day, double passed) {
    Night night = was.night();
    Night next =
        night.day() == day
            ? new Night(day, Math.min(night.least(), passed), night.hours() + 1)
            : new Night(day, passed, 1);
    return new Known(was.count(), was.hour(), next, was.habit(), was.found());
  }

  private Known judged(Known was) {
    Night night = was.night();
    boolean worked = days.isServed(night.day());
    OptionalDouble usual = was.habit().percentile(night.day(), worked, USUAL);
    double limit = usual.isEmpty() ? Double.NaN : Math.max(times * usual.getAsDouble(), least);
    boolean whole = night.hours() > (until - from - HOUR) / counted.width();
    boolean tooMuch = night.least() > limit;
    Found found = was.found();
    if (tooMuch && whole) {
      long since = found.row() == 0 ? days.at(night.day(), from) : found.since();
      found = new Found(found.row() + 1, since, night.least(), limit);
    } else if (!tooMuch) {
      found = new Found(0, NONE, night.least(), limit);
    }
    Habit habit =
        whole && !tooMuch
            ? was.habit().with(night.day(), worked, night.least(), learned)
            : was.habit();
    return new Known(was.count(), was.hour(), new Night(NONE, 0, 0), habit, found);
  }
}
