package wuchang.ingest.frame;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Makes named values of a LoRaWAN payload, as the maker's own codec would. What was measured before
 * stands in {@code history}, with {@code timestamp} in Unix seconds. Empty when the message carries
 * no measurement.
 */
public interface RadioDecoder {
  /**
   * @param port the LoRaWAN port
   * @throws Unreadable when the bytes are not what this model sends
   */
  ObjectNode decode(byte[] payload, int port) throws Unreadable;

  /**
   * The decoder of that name: {@code milesight:FAMILY} or {@code dragino:MODEL}.
   *
   * @throws IllegalArgumentException when there is none
   */
  static RadioDecoder of(String name) {
    int colon = name.indexOf(':');
    String model = name.substring(colon + 1);
    return switch (name.substring(0, Math.max(0, colon))) {
      case "milesight" -> Milesight.of(model);
      case "dragino" -> Dragino.of(model);
      default -> throw new IllegalArgumentException("no decoder «" + name + "»");
    };
  }
}
