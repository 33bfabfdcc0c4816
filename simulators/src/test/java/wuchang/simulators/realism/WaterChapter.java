package wuchang.simulators.realism;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.DeviceKind;
import wuchang.simulators.kitchen.Dice;

/**
 * Water beside {@code water_meter_hourly} (a household) and {@code water_tap_1s} (a washbasin). The
 * household's data must not leave their folder: only numbers are taken from them.
 */
final class WaterChapter implements Chapter {
  private static final int UNITS = 12;
  private static final Duration SPAN = Duration.ofDays(28);
  private static final ZoneId SITE = ZoneId.of("Asia/Shanghai");
  private static final ZoneId HOUSEHOLD = ZoneId.of("Europe/Madrid");
  private static final double DINERS = 800;

  @Override
  public String name() {
    return "water";
  }

  @Override
  public Comparison compare(Path traces) throws IOException, InterruptedException {
    List<Recording> meters =
        LongStream.range(0, UNITS)
            .mapToObj(s -> Recording.of(DeviceKind.WATER_METER, s, SPAN, Duration.ofMinutes(1)))
            .toList();
    Series household =
        hourly(
            Series.read(
                traces.resolve("water_meter_hourly/data.csv"), "wm_fbc12cbd", Metric.WATER_TOTAL));
    Series tap =
        Series.read(traces.resolve("water_tap_1s/data.csv"), "washbasin", Metric.of("flow_raw"));
    List<Series> hours =
        meters.stream().map(m -> hourly(everyHour(m.of(Metric.WATER_TOTAL)))).toList();
    List<Profile> profiles = hours.stream().map(h -> Profile.of(h, SITE, 24)).toList();
    Profile real = Profile.of(household, HOUSEHOLD, 24);
    List<Line> lines = new ArrayList<>();
    lines.add(
        Figures.only(
            "litres a diner and meal, on working days",
            hours,
            h -> 1000 * workday(h) / DINERS / 3));
    lines.add(
        Figures.line(
            "share of hours without any flow", hours, household, h -> 1 - h.shareAbove(0)));
    lines.add(Figures.line("weekend to working day", profiles, real, Profile::weekendToWorkday));
    lines.add(Figures.line("02–05 h to the day's mean", profiles, real, p -> p.hours(2, 5)));
    lines.add(Figures.line("busiest hour to the day's mean", profiles, real, Profile::peak));
    lines.add(
        Figures.line("spread of busy hours from day to day", profiles, real, Profile::spread));
    lines.add(new Line("seconds that a tap runs", taps(), Figures.of(lengths(tap))));
    return new Comparison(lines, List.of(picture(meters.get(0), profiles.get(0), tap)));
  }

  private static double workday(Series hourly) {
    double sum = 0;
    Set<LocalDate> days = new HashSet<>();
    for (Map.Entry<Instant, Double> hour : hourly.values().entrySet()) {
      if (hour.getKey().atZone(SITE).getDayOfWeek().getValue() <= 5) {
        sum += hour.getValue();
        days.add(hour.getKey().atZone(SITE).toLocalDate());
      }
    }
    return sum / days.size();
  }

  private static Series everyHour(Series minutes) {
    NavigableMap<Instant, Double> hours = new TreeMap<>(minutes.values());
    hours.keySet().removeIf(at -> at.getEpochSecond() % 3_600 != 0);
    return new Series(hours);
  }

  /** What a counter counted in each whole hour, by the hour's middle. */
  private static Series hourly(Series counter) {
    NavigableMap<Instant, Double> hours = new TreeMap<>();
    Map.Entry<Instant, Double> before = counter.values().firstEntry();
    for (Map.Entry<Instant, Double> now :
        counter.values().tailMap(before.getKey(), false).entrySet()) {
      Duration between = Duration.between(before.getKey(), now.getKey());
      double passed = now.getValue() - before.getValue();
      if (passed >= 0 && Math.abs(between.toMinutes() - 60) <= 10) {
        hours.put(before.getKey().plus(between.dividedBy(2)), passed);
      }
      before = now;
    }
    return new Series(hours);
  }

  private static String taps() {
    SplittableRandom random = new SplittableRandom(1);
    return Figures.of(
        DoubleStream.generate(() -> Math.max(1, Dice.longTailed(random, 10, 1.14)))
            .limit(2_000)
            .boxed()
            .toList());
  }

  /** Uses of a tap that is read every second while it runs. */
  private static List<Double> lengths(Series tap) {
    List<Double> lengths = new ArrayList<>();
    double length = 0;
    Instant before = Instant.MIN;
    for (Map.Entry<Instant, Double> value : tap.values().entrySet()) {
      boolean goesOn = length > 0 && Duration.between(before, value.getKey()).toSeconds() <= 3;
      if (length > 0 && (!goesOn || value.getValue() == 0)) {
        lengths.add(length);
        length = 0;
      }
      length += value.getValue() > 0 ? 1 : 0;
      before = value.getKey();
    }
    return lengths;
  }

  private static Picture picture(Recording meter, Profile profile, Series tap) {
    Instant end = Recording.START.plus(Duration.ofDays(1));
    Series flow = meter.of(Metric.FLOW_RATE).between(Recording.START, end);
    Instant from = Instant.parse("2019-04-02T00:00:00Z");
    double most = tap.percentile(100);
    NavigableMap<Instant, Double> shown = new TreeMap<>();
    tap.between(from, from.plus(Duration.ofDays(1)))
        .values()
        .forEach((at, value) -> shown.put(at, 6 * value / most));
    String svg =
        new Plot("m³/h", 0, 6)
            .panel("a simulated canteen's water on a service day", flow, "#1769aa")
            .panel(
                "water_tap_1s, a real washbasin's day (unit unknown, scaled)",
                new Series(shown),
                "#b3541e")
            .svg();
    return new Picture("water-day", svg);
  }
}
