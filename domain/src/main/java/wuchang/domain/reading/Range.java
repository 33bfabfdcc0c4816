package wuchang.domain.reading;

/** The values from low to high, both included. */
public record Range(double low, double high) {
  public static Range of(double low, double high) {
    return new Range(low, high);
  }

  /** NaN lies in no range. */
  public boolean contains(double value) {
    return value >= low && value <= high;
  }
}
