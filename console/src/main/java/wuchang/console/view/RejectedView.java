package wuchang.console.view;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import wuchang.domain.reading.Rejected;

/**
 * What was refused and why.
 *
 * @param encoding {@code text}, or {@code base64} when the payload is not UTF-8
 * @param payloadBytes how long it was; what is kept may be shorter
 */
public record RejectedView(
    Instant time,
    String topic,
    String reason,
    String detail,
    String payload,
    String encoding,
    int payloadBytes) {

  public static RejectedView of(Rejected rejected) {
    String payload;
    String encoding = "text";
    try {
      payload =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(rejected.payload()))
              .toString();
    } catch (CharacterCodingException e) {
      payload = Base64.getEncoder().encodeToString(rejected.payload());
      encoding = "base64";
    }
    return new RejectedView(
        rejected.arrived(),
        rejected.topic(),
        rejected.reason().word(),
        rejected.detail(),
        payload,
        encoding,
        rejected.payloadBytes());
  }
}
