package wuchang.simulators.scenario;

import java.util.OptionalDouble;

/**
 * How messages are handed to a broker.
 *
 * @param qos 0 or 1; what is sent at 0 is never acknowledged
 * @param rate messages a second at most
 */
public record Publishing(int qos, OptionalDouble rate) {
  public static final Publishing USUAL = new Publishing(1, OptionalDouble.empty());
}
