package wuchang.simulators.realism;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.DeviceKind;

/** A canteen's main meter beside {@code electricity_appliances}, a household's mains. */
final class PowerChapter implements Chapter {
  private static final int UNITS = 12;
  private static final Duration SPAN = Duration.ofDays(28);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final ZoneId SITE = ZoneId.of("Asia/Shanghai");
  private static final ZoneId HOUSEHOLD = ZoneId.of("Europe/London");

  @Override
  public String name() {
    return "power";
  }

  @Override
  public Comparison compare(Path traces) throws IOException, InterruptedException {
    Path file = traces.resolve("electricity_appliances/data.csv");
    Series mains = Series.read(file, "refit20_mains", Metric.POWER);
    List<Recording> meters =
        LongStream.range(0, UNITS)
            .mapToObj(s -> Recording.of(DeviceKind.ELECTRICITY_METER, s, SPAN, MINUTE))
            .toList();
    List<Series> watts = meters.stream().map(m -> m.of(Metric.POWER)).toList();
    List<Profile> profiles = watts.stream().map(w -> Profile.of(w, SITE, 24)).toList();
    Profile real = Profile.of(mains, HOUSEHOLD, 24);
    List<Line> lines =
        List.of(
            Figures.line(
                "base (5th percentile) to mean", watts, mains, w -> w.percentile(5) / w.mean()),
            Figures.line("95th percentile to mean", watts, mains, w -> w.percentile(95) / w.mean()),
            Figures.line("highest minute to mean", watts, mains, w -> w.percentile(100) / w.mean()),
            Figures.line("01–05 h to the day's mean", profiles, real, p -> p.hours(1, 5)),
            Figures.line("busiest hour to the day's mean", profiles, real, Profile::peak),
            Figures.line("weekend to working day", profiles, real, Profile::weekendToWorkday),
            Figures.line(
                "change from minute to minute to mean", watts, mains, PowerChapter::change),
            Figures.only("voltage: deviation, V", meters, m -> deviation(m.of(Metric.VOLTAGE))),
            Figures.only("power factor, median", meters, m -> m.of(Metric.POWER_FACTOR).median()));
    return new Comparison(lines, List.of(picture(watts.get(0), mains)));
  }

  private static double change(Series watts) {
    double sum = 0;
    double was = watts.values().firstEntry().getValue();
    for (double value : watts.values().values()) {
      sum += Math.abs(value - was);
      was = value;
    }
    return sum / watts.values().size() / watts.mean();
  }

  private static double deviation(Series series) {
    double mean = series.mean();
    return Math.sqrt(
        series.values().values().stream()
            .mapToDouble(v -> (v - mean) * (v - mean))
            .average()
            .orElseThrow());
  }

  private static Picture picture(Series watts, Series mains) {
    Instant from = Instant.parse("2014-05-05T23:00:00Z");
    Duration day = Duration.ofDays(1);
    Series simulated = watts.between(Recording.START, Recording.START.plus(day));
    String svg =
        new Plot("times its mean", 0, 8)
            .panel(
                "a simulated canteen's main meter on a service day", scaled(simulated), "#1769aa")
            .panel(
                "electricity_appliances, the mains of a real household",
                scaled(mains.between(from, from.plus(day))),
                "#b3541e")
            .svg();
    return new Picture("electricity-day", svg);
  }

  private static Series scaled(Series series) {
    double mean = series.mean();
    NavigableMap<Instant, Double> scaled = new TreeMap<>();
    series.values().forEach((at, value) -> scaled.put(at, value / mean));
    return new Series(scaled);
  }
}
