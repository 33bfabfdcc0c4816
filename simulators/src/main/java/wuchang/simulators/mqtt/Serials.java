package wuchang.simulators.mqtt;

/** The serial numbers that one message stands for, both ends included. */
public record Serials(long first, long last) {
  public Serials {
    if (first > last) {
      throw new IllegalArgumentException("serials from " + first + " to " + last + " are none");
    }
  }

  public static Serials of(long only) {
    return new Serials(only, only);
  }
}
