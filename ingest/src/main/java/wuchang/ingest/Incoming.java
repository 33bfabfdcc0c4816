package wuchang.ingest;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Rejected;

/**
 * One message as it came. Of a payload that is too large to be read only the beginning is held, so
 * that a flood of them does not fill the memory.
 *
 * @param wholeBytes how long the payload was
 * @param retained the broker had kept it
 * @param arrived to the millisecond
 */
public record Incoming(
    String topic, byte[] payload, int wholeBytes, boolean retained, Instant arrived) {
  /** The longest payload that is read. */
  public static final int MOST_BYTES = 256 * 1024;

  private static final int LONGEST_TOPIC = 512;

  public static Incoming of(String topic, byte[] payload, boolean retained, Instant arrived) {
    byte[] held =
        payload.length <= MOST_BYTES ? payload : Arrays.copyOf(payload, Rejected.KEPT_BYTES);
    return new Incoming(
        Legible.text(topic, LONGEST_TOPIC),
        held,
        payload.length,
        retained,
        arrived.truncatedTo(ChronoUnit.MILLIS));
  }

  boolean isTooLarge() {
    return wholeBytes > payload.length;
  }

  /** The device that the topic names, known or not. */
  Optional<DeviceId> claimed() {
    String[] levels = topic.split("/", -1);
    return levels.length == 4 && levels[0].equals("wuchang")
        ? Roster.asId(levels[2])
        : Optional.empty();
  }

  boolean isBlank() {
    for (byte each : payload) {
      if (each != ' ' && each != '\t' && each != '\r' && each != '\n') {
        return false;
      }
    }
    return true;
  }
}
