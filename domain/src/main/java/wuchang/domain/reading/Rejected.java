package wuchang.domain.reading;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import wuchang.domain.DeviceId;

/**
 * A payload, or a part of one, that could not become an observation: the device's fault, kept so
 * that somebody can see why.
 *
 * @param device the device it claims to be from, as far as the topic tells
 * @param payload at most {@link #KEPT_BYTES} of what came
 * @param detail what was wrong and what was expected, for a technician
 */
public record Rejected(
    Optional<DeviceId> device,
    String topic,
    byte[] payload,
    int payloadBytes,
    Reason reason,
    String detail,
    Instant arrived) {
  /** The most that is kept of one refused payload. */
  public static final int KEPT_BYTES = 4096;

  /** Why; the word is the label of {@code wuchang_readings_rejected_total}. */
  public enum Reason {
    EMPTY,
    TOO_LARGE,
    MALFORMED,
    UNKNOWN_TOPIC,
    UNKNOWN_SITE,
    UNKNOWN_DEVICE,
    UNKNOWN_EVENT,
    UNKNOWN_FORMAT,
    NO_IDENTITY,
    NO_VALUES,
    BAD_METRIC,
    BAD_VALUE,
    BAD_TIME,
    TOO_MANY,
    DECODE_FAILED,
    TOO_OFTEN;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A refusal that keeps as much of the payload as is kept of any. */
  public static Rejected of(
      Optional<DeviceId> device,
      String topic,
      byte[] payload,
      Reason reason,
      String detail,
      Instant arrived) {
    byte[] kept =
        payload.length <= KEPT_BYTES ? payload.clone() : Arrays.copyOf(payload, KEPT_BYTES);
    return new Rejected(device, topic, kept, payload.length, reason, detail, arrived);
  }
}
