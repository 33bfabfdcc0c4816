package wuchang.simulators.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * One MQTT message.
 *
 * @param time the newest time it speaks of
 */
public record Message(Instant time, String topic, byte[] payload) {
  /** The payload as text. */
  public String text() {
    return new String(payload, StandardCharsets.UTF_8);
  }
}
