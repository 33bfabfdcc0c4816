package wuchang.simulators.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import wuchang.domain.reading.Metric;

/**
 * What a service day shows, over units that are drawn: twenty in each try, or as many as {@code
 * -Dwuchang.service-day.units=400} says. The figures of docs/simulators.md are what it prints.
 */
class ServiceDayProperties {
  private static final int UNITS = Integer.getInteger("wuchang.service-day.units", 20);
  private static final Duration STEP = Duration.ofSeconds(10);

  @Property(tries = 3)
  void fridges_are_opened_60_to_200_times_and_loaded_warm(@ForAll long seed) {
    List<Day> days = days(seed, false);

    print("openings of fridges", days.stream().mapToDouble(Day::openings));
    print("warm loads of fridges", days.stream().mapToDouble(Day::loads));
    assertThat(days).allSatisfy(d -> assertThat(d.openings()).isBetween(60, 200));
    assertThat(days).allSatisfy(d -> assertThat(d.loads()).isPositive());
    assertThat(days.stream().mapToDouble(Day::flurry).average().orElseThrow())
        .as("openings in the busiest ten minutes of lunch, of what is usual in ten minutes of it")
        .isGreaterThan(2);
  }

  @Property(tries = 3)
  void fridges_defrost_two_to_four_times_with_peaks_of_8_to_14_degrees(@ForAll long seed) {
    List<Day> days = days(seed, false);
    List<Defrost> defrosts = days.stream().flatMap(d -> d.defrosts().stream()).toList();

    print("defrosts of fridges", days.stream().mapToDouble(Day::starts));
    print("their peaks, °C", defrosts.stream().mapToDouble(Defrost::peak));
    print("their minutes", defrosts.stream().mapToDouble(Defrost::minutes));
    print("both usual", defrosts.stream().mapToDouble(d -> d.isUsual() ? 1 : 0));
    assertThat(days).allSatisfy(d -> assertThat(d.starts()).isBetween(2, 4));
    assertThat(defrosts.stream().filter(Defrost::isUsual).count() / (double) defrosts.size())
        .as("share of defrosts with peaks of 8 to 14 °C for 15 to 35 minutes")
        .isGreaterThan(0.7);
    assertThat(defrosts).allSatisfy(d -> assertThat(d.peak()).isBetween(5.0, 24.0));
  }

  @Property(tries = 3)
  void freezers_defrost_two_to_four_times(@ForAll long seed) {
    List<Day> days = days(seed, true);
    print("openings of freezers", days.stream().mapToDouble(Day::openings));
    print("defrosts of freezers", days.stream().mapToDouble(Day::starts));
    print("warmest goods of freezers, °C", days.stream().mapToDouble(Day::warmest));
    assertThat(days)
        .allSatisfy(
            day -> {
              assertThat(day.starts()).isBetween(2, 4);
              assertThat(day.openings()).isBetween(15, 110);
              assertThat(day.warmest()).isLessThan(-10);
            });
  }

  private static void print(String what, DoubleStream values) {
    DoubleSummaryStatistics all = values.summaryStatistics();
    System.out.printf(
        "%s: %.2f (%.2f to %.2f), n=%d%n",
        what, all.getAverage(), all.getMin(), all.getMax(), all.getCount());
  }

  /**
   * A defrost as the probe shows it.
   *
   * @param minutes that it is over 1 K warmer than where the thermostat would cool
   */
  private record Defrost(double peak, double minutes) {
    boolean isUsual() {
      return peak >= 8 && peak <= 14 && minutes >= 15 && minutes <= 35;
    }
  }

  /**
   * One unit's day.
   *
   * @param starts of defrosts
   * @param loads openings of over 20 seconds that made the goods warmer at once
   * @param flurry openings in the busiest ten minutes of lunch, of the mean in ten minutes of it
   * @param warmest °C of its goods
   */
  private record Day(
      int openings, int starts, int loads, double flurry, double warmest, List<Defrost> defrosts) {}

  private static List<Day> days(long seed, boolean freezer) {
    List<Day> days = new ArrayList<>();
    for (int i = 0; i < UNITS; i++) {
      SplittableRandom random = new SplittableRandom(seed + i);
      ColdCabinet unit =
          freezer
              ? ColdUnits.freezer(Optional.empty(), List.of(), random)
              : ColdUnits.fridge(Optional.empty(), List.of(), random);
      days.add(new Watch(unit).day(seed + i));
    }
    return days;
  }

  /** Watches a unit for a day. */
  private static final class Watch {
    private final double above;
    private final List<Defrost> defrosts = new ArrayList<>();
    private ColdCabinet last;
    private int starts;
    private int loads;
    private boolean thaws;
    private double peak;
    private double minutes;
    private double warmest = -99;

    Watch(ColdCabinet unit) {
      ColdPlant plant = unit.cooling().plant();
      last = unit;
      above = plant.setPoint() + plant.differential() / 2 + 1;
    }

    Day day(long seed) {
      ColdDays days = new ColdDays(last, seed, STEP).watch(this::see).pass(Duration.ofDays(1));
      return new Day(
          days.openings().size(), starts, loads, flurry(days.sayings()), warmest, defrosts);
    }

    private void see(Instant now, ColdCabinet unit) {
      boolean defrosts = unit.cooling().mode() == Refrigeration.Mode.DEFROSTING;
      boolean did = last.cooling().mode() == Refrigeration.Mode.DEFROSTING;
      starts += defrosts && !did ? 1 : 0;
      loads += unit.goods() > last.goods() + 0.08 ? 1 : 0;
      warmest = Math.max(warmest, unit.goods());
      follow(unit, defrosts && !did);
      last = unit;
    }

    private void follow(ColdCabinet unit, boolean begins) {
      if (begins) {
        thaws = true;
        peak = -99;
        minutes = 0;
      }
      if (thaws) {
        peak = Math.max(peak, unit.probe());
        minutes += unit.probe() > above ? STEP.toSeconds() / 60.0 : 0;
        boolean cools = unit.cooling().mode() == Refrigeration.Mode.COOLING;
        if (cools && unit.probe() < above) {
          defrosts.add(new Defrost(peak, minutes));
          thaws = false;
        }
      }
    }

    private static double flurry(List<Saying> sayings) {
      Instant lunch = ColdDays.START.plus(Duration.ofHours(11));
      int[] openings = new int[12];
      for (Saying saying : sayings) {
        long slot = Math.floorDiv(Duration.between(lunch, saying.at()).toSeconds(), 600L);
        boolean opened = ((Saying.Values) saying).values().get(Metric.DOOR_OPEN) > 0;
        if (opened && slot >= 0 && slot < openings.length) {
          openings[(int) slot]++;
        }
      }
      double mean = Arrays.stream(openings).average().orElseThrow();
      return Arrays.stream(openings).max().orElseThrow() / Math.max(1, mean);
    }
  }
}
