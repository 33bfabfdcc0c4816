package wuchang.console.view;

import java.time.Instant;
import wuchang.domain.journal.History;

/** A point of a thinned series: mean, low and high of {@code n} good values. */
public record PointView(Instant time, double value, double min, double max, long n) {
  public static PointView of(History.Point point) {
    return new PointView(point.time(), point.mean(), point.min(), point.max(), point.n());
  }
}
