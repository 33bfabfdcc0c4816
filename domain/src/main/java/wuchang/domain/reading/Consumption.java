package wuchang.domain.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What passed a counter on each day of a site. What passed while nothing was heard is spread evenly
 * (DOMAIN.md B4), so that sums over days are right. A day is incomplete when something of it is not
 * known: the counter began anew, a reading was not believed, or nothing was heard for more than an
 * hour about one of its midnights.
 */
public final class Consumption {
  private static final long LONGEST = 3_600_000;

  /**
   * One day.
   *
   * @param amount in the counter's unit; at least so much when incomplete
   */
  public record Day(LocalDate day, double amount, boolean incomplete) {}

  private static final class Sum {
    private double amount;
    private boolean incomplete;
  }

  private final ZoneId zone;
  private final TreeMap<LocalDate, Sum> days = new TreeMap<>();

  private Consumption(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * The days from the first reading to the last, by date.
   *
   * @param readings of one counter, by time; bad ones are passed over
   */
  public static List<Day> daily(List<Reading> readings, Nameplate plate, ZoneId zone) {
    Consumption consumption = new Consumption(zone);
    Metering meter = Metering.NEW;
    for (Reading reading : readings) {
      if (reading.quality() != Quality.BAD) {
        long at = reading.time().toEpochMilli();
        Metering.Advance advance = meter.next(at, reading.value(), plate);
        consumption.book(advance, meter == Metering.NEW);
        meter = advance.meter();
      }
    }
    return consumption.finished(meter);
  }

  private void book(Metering.Advance advance, boolean first) {
    LocalDate last = dayOf(advance.to());
    if (first) {
      sum(last).incomplete = advance.from() - start(last) > LONGEST;
      return;
    }
    double rate = advance.moved() / Math.max(1, advance.to() - advance.from());
    boolean guessed = advance.to() - advance.from() > LONGEST;
    for (LocalDate day = dayOf(advance.from()); !day.isAfter(last); day = day.plusDays(1)) {
      long from = Math.max(start(day), advance.from());
      long to = Math.min(start(day.plusDays(1)), advance.to());
      Sum sum = sum(day);
      boolean whole = from == advance.from() && to == advance.to();
      sum.amount += whole ? advance.moved() : rate * (to - from);
      sum.incomplete |= advance.isIncomplete() || guessed && !whole;
    }
  }

  private List<Day> finished(Metering meter) {
    if (!days.isEmpty()) {
      LocalDate last = days.lastKey();
      sum(last).incomplete |= start(last.plusDays(1)) - meter.at() > LONGEST;
    }
    List<Day> all = new ArrayList<>();
    days.forEach((day, sum) -> all.add(new Day(day, sum.amount, sum.incomplete)));
    return List.copyOf(all);
  }

  private Sum sum(LocalDate day) {
    return days.computeIfAbsent(day, d -> new Sum());
  }

  private LocalDate dayOf(long at) {
    return Instant.ofEpochMilli(at).atZone(zone).toLocalDate();
  }

  private long start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }
}
