package wuchang.simulators.realism;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.DeviceKind;
import wuchang.simulators.machine.Saying;

/**
 * A gate beside {@code entry_counts_proxy}. No recording of a door is at hand: the proxy is a
 * city's taxi passengers, whose daily and weekly rhythm is all that may be compared.
 */
final class GateChapter implements Chapter {
  private static final int UNITS = 12;
  private static final Duration SPAN = Duration.ofDays(28);
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final ZoneId SITE = ZoneId.of("Asia/Shanghai");

  @Override
  public String name() {
    return "gate";
  }

  @Override
  public Comparison compare(Path traces) throws IOException, InterruptedException {
    Series city =
        Series.read(
            traces.resolve("entry_counts_proxy/data.csv"), "city", Metric.of("count_30min"));
    List<Series> entries =
        LongStream.range(0, UNITS)
            .mapToObj(s -> Recording.of(DeviceKind.ACCESS_GATE, s, SPAN, Duration.ofHours(1)))
            .map(GateChapter::entries)
            .toList();
    List<Profile> profiles = entries.stream().map(e -> Profile.of(e, SITE, 48)).toList();
    Profile real = Profile.of(city, ZoneOffset.UTC, 48);
    List<Line> lines =
        List.of(
            Figures.only("entries a day (two cooks, visitors)", entries, e -> 48 * e.mean()),
            Figures.line("01–05 h to the day's mean", profiles, real, p -> p.hours(1, 5)),
            Figures.line("busiest half hour to the day's mean", profiles, real, Profile::peak),
            Figures.line("weekend to working day", profiles, real, Profile::weekendToWorkday),
            Figures.line(
                "spread of busy half hours from day to day", profiles, real, Profile::spread));
    String svg =
        new Plot("times the mean", 0, 5)
            .panel(
                "entries at a simulated gate, a working day's mean",
                profiles.get(0).day(),
                "#1769aa")
            .panel(
                "entry_counts_proxy (taxi passengers), a working day's mean", real.day(), "#b3541e")
            .svg();
    return new Comparison(lines, List.of(new Picture("gate-day", svg)));
  }

  /** How many were granted entry in each half hour. */
  private static Series entries(Recording gate) {
    NavigableMap<Instant, Double> counts = new TreeMap<>();
    Instant end = Recording.START.plus(SPAN);
    for (Instant at = Recording.START; at.isBefore(end); at = at.plus(HALF_HOUR)) {
      counts.put(at, 0.0);
    }
    for (Saying saying : gate.sayings()) {
      if (saying instanceof Saying.Event said
          && said.event().what() == GateEvent.What.GRANTED
          && said.event().direction().equals("in")) {
        counts.merge(counts.floorKey(said.at()), 1.0, Double::sum);
      }
    }
    return new Series(counts);
  }
}
