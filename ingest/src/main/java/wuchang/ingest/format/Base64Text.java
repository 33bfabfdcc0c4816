package wuchang.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import wuchang.domain.reading.Rejected.Reason;
import wuchang.ingest.frame.Unreadable;

/** Bytes that stand in JSON as base64. */
final class Base64Text {
  private Base64Text() {}

  /** The bytes; none when there is no text. */
  static byte[] read(JsonNode node) throws Unreadable {
    try {
      return node.isTextual() ? Base64.getDecoder().decode(node.textValue()) : new byte[0];
    } catch (IllegalArgumentException e) {
      throw new Unreadable(Reason.MALFORMED, "the bytes are no base64: " + e.getMessage());
    }
  }
}
