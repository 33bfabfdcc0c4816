package wuchang.simulators.realism;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.DeviceKind;

/**
 * Fridges and freezers beside {@code temperature_freezer} and {@code electricity_fridge}. The
 * freezer's data must not leave their folder: only numbers are taken from them.
 */
final class ColdChapter implements Chapter {
  private static final int UNITS = 20;
  private static final Duration SPAN = Duration.ofDays(3);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  /** W above which a compressor, not a fan or a lamp, runs. */
  private static final double RUNS = 60;

  @Override
  public String name() {
    return "cold";
  }

  @Override
  public Comparison compare(Path traces) throws IOException, InterruptedException {
    List<Line> lines = new ArrayList<>(freezers(traces));
    Series power =
        Series.read(traces.resolve("electricity_fridge/data.csv"), "fridge2_normal", Metric.POWER);
    List<Recording> fridges = recordings(DeviceKind.FRIDGE, MINUTE);
    lines.addAll(fridges(fridges, power));
    return new Comparison(lines, List.of(powers(fridges.get(0), power), day(fridges.get(0))));
  }

  private static List<Line> freezers(Path traces) throws IOException, InterruptedException {
    Path file = traces.resolve("temperature_freezer/data.csv");
    Series air = Series.read(file, "freezer02", Metric.TEMPERATURE);
    Series moist = Series.read(file, "freezer02", Metric.HUMIDITY);
    List<Series> airs = of(recordings(DeviceKind.FREEZER, TEN_MINUTES), Metric.TEMPERATURE);
    List<Series> moists = of(recordings(DeviceKind.FREEZER, TEN_MINUTES), Metric.HUMIDITY);
    Function<Series, Excursions> warm = s -> Excursions.of(s, 1.5, Duration.ZERO);
    return List.of(
        line("freezer, every 10 min: median, °C", airs, s -> List.of(s.median()), air),
        line("… between its 10th and its 75th percentile, K", airs, ColdChapter::swing, air),
        line("… rise in an excursion over 1.5 K, K", airs, s -> warm.apply(s).rises(), air),
        line("… minutes it lasts", airs, s -> warm.apply(s).minutes(), air),
        line("… hours to the next", airs, s -> warm.apply(s).hoursBetween(), air),
        line("… relative humidity, median, %", moists, s -> List.of(s.median()), moist),
        line("… its 99th percentile, %", moists, s -> List.of(s.percentile(99)), moist));
  }

  private static List<Double> swing(Series series) {
    return List.of(series.percentile(75) - series.percentile(10));
  }

  private static List<Line> fridges(List<Recording> fridges, Series power) {
    List<Series> watts = of(fridges, Metric.POWER);
    List<Line> lines = new ArrayList<>();
    lines.add(
        line(
            "fridge: share of time it draws over 60 W",
            watts,
            s -> List.of(s.shareAbove(RUNS)),
            power));
    lines.add(line("… minutes from start to start", watts, s -> s.periods(RUNS, MINUTE), power));
    lines.add(
        line("… first minute's power to the running power", watts, ColdChapter::surge, power));
    List<Series> airs = of(fridges, Metric.TEMPERATURE);
    Function<Series, Excursions> warm = s -> Excursions.of(s, 3, Duration.ofMinutes(12));
    lines.add(
        only("… rise in an excursion over 3 K and 12 min, K", airs, s -> warm.apply(s).rises()));
    lines.add(only("… minutes it lasts", airs, s -> warm.apply(s).minutes()));
    lines.add(only("… openings a day", fridges, ColdChapter::openings));
    return lines;
  }

  private static List<Double> surge(Series watts) {
    Series running = new Series(new java.util.TreeMap<>(watts.values()));
    running.values().values().removeIf(w -> w <= RUNS);
    return List.of(running.percentile(99) / running.median());
  }

  private static List<Double> openings(Recording recording) {
    return List.of(recording.sayings().size() / 2.0 / SPAN.toDays());
  }

  private static Picture powers(Recording fridge, Series power) {
    Instant from = Instant.parse("2019-11-17T00:00:00Z");
    Series real = power.between(from, from.plus(Duration.ofHours(12)));
    Series simulated =
        fridge
            .of(Metric.POWER)
            .between(Recording.START, Recording.START.plus(Duration.ofHours(12)));
    String svg =
        new Plot("W", 0, 800)
            .panel("a simulated canteen fridge from midnight", simulated, "#1769aa")
            .panel("electricity_fridge, a real household fridge", real, "#b3541e")
            .svg();
    return new Picture("fridge-power", svg);
  }

  private static Picture day(Recording fridge) {
    Instant end = Recording.START.plus(Duration.ofDays(1));
    Series fridges = fridge.of(Metric.TEMPERATURE).between(Recording.START, end);
    Recording freezer =
        Recording.of(DeviceKind.FREEZER, 1, Duration.ofDays(1).plusHours(1), MINUTE);
    Series freezers = freezer.of(Metric.TEMPERATURE).between(Recording.START, end);
    return new Picture(
        "cold-day",
        new Plot("°C", 0, 20)
            .panel("a simulated fridge on a service day", fridges, "#1769aa")
            .scaled(-24, -4)
            .panel("a simulated freezer on the same day", freezers, "#1769aa")
            .svg());
  }

  private static List<Recording> recordings(DeviceKind kind, Duration interval) {
    return LongStream.range(0, UNITS)
        .mapToObj(seed -> Recording.of(kind, seed, SPAN, interval))
        .toList();
  }

  private static List<Series> of(List<Recording> recordings, Metric metric) {
    return recordings.stream().map(recording -> recording.of(metric)).toList();
  }

  private static Line line(
      String what, List<Series> simulated, Function<Series, List<Double>> statistic, Series real) {
    return new Line(what, summary(simulated, statistic), summary(List.of(real), statistic));
  }

  private static <T> Line only(
      String what, List<T> simulated, Function<T, List<Double>> statistic) {
    return new Line(what, summary(simulated, statistic), "–");
  }

  private static <T> String summary(List<T> of, Function<T, List<Double>> statistic) {
    return Figures.of(of.stream().flatMap(each -> statistic.apply(each).stream()).toList());
  }
}
