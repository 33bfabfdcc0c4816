package wuchang.ingest.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import wuchang.domain.reading.Rejected.Reason;
import wuchang.ingest.frame.Unreadable;

/** Finds the part of a multipart body that is text; the others are pictures. */
final class Multipart {
  private static final String BLANK_LINE = "\r\n\r\n";

  private Multipart() {}

  /** The event's part; a body that is no multipart is the event itself. */
  static byte[] event(byte[] body) throws Unreadable {
    String text = new String(body, ISO_8859_1); // a byte is a char
    int start = text.indexOf("--");
    if (start < 0 || !text.substring(0, start).isBlank()) {
      return body;
    }
    int end = text.indexOf("\r\n", start);
    if (end < 0) {
      throw new Unreadable(Reason.MALFORMED, "a multipart body without an end of line");
    }
    String boundary = text.substring(start, end).stripTrailing();
    for (int at = end; at >= 0; at = text.indexOf(boundary, at)) {
      at = at == end ? at : at + boundary.length();
      int blank = text.indexOf(BLANK_LINE, at);
      if (blank < 0) {
        break;
      }
      int next = text.indexOf("\r\n" + boundary, blank);
      int from = blank + BLANK_LINE.length();
      if (isText(text.substring(at, blank))) {
        return text.substring(from, Math.max(from, next < 0 ? text.length() : next))
            .getBytes(ISO_8859_1);
      }
      at = Math.max(next, blank);
    }
    throw new Unreadable(Reason.MALFORMED, "a multipart body without JSON or XML in it");
  }

  private static boolean isText(String head) {
    String lower = head.toLowerCase(Locale.ROOT);
    boolean typed = lower.contains("content-type:");
    return !typed || lower.contains("json") || lower.contains("xml");
  }
}
