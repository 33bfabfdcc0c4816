package wuchang.simulators.realism;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The mean of a series for each part of the day, on working days and at weekends apart.
 *
 * @param of the means, working days first
 * @param spread the deviation from day to day, as a share of the mean, in the busier half of a
 *     working day's parts
 */
record Profile(double[][] of, double spread) {
  private static final Instant MIDNIGHT = Instant.parse("2026-11-23T00:00:00Z");

  static Profile of(Series series, ZoneId zone, int parts) {
    double[][] sum = new double[2][parts];
    double[][] squares = new double[2][parts];
    int[][] n = new int[2][parts];
    for (Map.Entry<Instant, Double> value : series.values().entrySet()) {
      ZonedDateTime local = value.getKey().atZone(zone);
      int weekend = local.getDayOfWeek().getValue() > 5 ? 1 : 0;
      int part = local.toLocalTime().toSecondOfDay() * parts / 86_400;
      sum[weekend][part] += value.getValue();
      squares[weekend][part] += value.getValue() * value.getValue();
      n[weekend][part]++;
    }
    double[][] mean = new double[2][parts];
    for (int w = 0; w < 2; w++) {
      for (int p = 0; p < parts; p++) {
        mean[w][p] = n[w][p] == 0 ? 0 : sum[w][p] / n[w][p];
      }
    }
    return new Profile(mean, spread(mean[0], squares[0], n[0]));
  }

  private static double spread(double[] mean, double[] squares, int[] n) {
    double all = mean(mean, 0, mean.length);
    NavigableMap<Double, Double> spreads = new TreeMap<>();
    for (int p = 0; p < mean.length; p++) {
      if (mean[p] > all) {
        double variance = Math.max(0, squares[p] / n[p] - mean[p] * mean[p]);
        spreads.put(Math.sqrt(variance) / mean[p], mean[p]);
      }
    }
    return spreads.keySet().stream().skip(spreads.size() / 2).findFirst().orElse(0.0);
  }

  private static double mean(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum / (to - from);
  }

  /** A working day's mean between two hours to its mean over the day. */
  double hours(int from, int to) {
    int parts = of[0].length;
    return mean(of[0], from * parts / 24, to * parts / 24) / mean(of[0], 0, parts);
  }

  /** The busiest part of a working day to its mean. */
  double peak() {
    double peak = 0;
    for (double each : of[0]) {
      peak = Math.max(peak, each);
    }
    return peak / mean(of[0], 0, of[0].length);
  }

  double weekendToWorkday() {
    return mean(of[1], 0, of[1].length) / mean(of[0], 0, of[0].length);
  }

  /** A working day as a series, each part as a multiple of the day's mean. */
  Series day() {
    int parts = of[0].length;
    double mean = mean(of[0], 0, parts);
    NavigableMap<Instant, Double> day = new TreeMap<>();
    Duration part = Duration.ofDays(1).dividedBy(parts);
    for (int p = 0; p < parts; p++) {
      day.put(MIDNIGHT.plus(part.multipliedBy(p)), of[0][p] / mean);
      day.put(MIDNIGHT.plus(part.multipliedBy(p + 1)).minusMillis(1), of[0][p] / mean);
    }
    return new Series(day);
  }
}
