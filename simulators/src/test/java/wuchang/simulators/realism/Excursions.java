package wuchang.simulators.realism;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Times during which a temperature is well above its median: defrosts and loadings. */
record Excursions(List<Excursion> all) {
  record Excursion(Instant start, double minutes, double rise) {}

  /** Those more than so many kelvins above the median that last so long at least. */
  static Excursions of(Series series, double above, Duration least) {
    double median = series.median();
    List<Excursion> all = new ArrayList<>();
    Instant start = Instant.MAX;
    double peak = 0;
    for (Map.Entry<Instant, Double> value : series.values().entrySet()) {
      double rise = value.getValue() - median;
      Instant now = value.getKey();
      if (rise > above) {
        start = start.isAfter(now) ? now : start;
        peak = Math.max(peak, rise);
      } else {
        if (!start.isAfter(now) && Duration.between(start, now).compareTo(least) >= 0) {
          all.add(new Excursion(start, Duration.between(start, now).toSeconds() / 60.0, peak));
        }
        start = Instant.MAX;
        peak = 0;
      }
    }
    return new Excursions(all);
  }

  List<Double> minutes() {
    return all.stream().map(Excursion::minutes).toList();
  }

  List<Double> rises() {
    return all.stream().map(Excursion::rise).toList();
  }

  /** Hours from the start of one to the next. */
  List<Double> hoursBetween() {
    List<Double> hours = new ArrayList<>();
    for (int i = 1; i < all.size(); i++) {
      hours.add(Duration.between(all.get(i - 1).start(), all.get(i).start()).toMinutes() / 60.0);
    }
    return hours;
  }
}
