package wuchang.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.OptionalLong;

/**
 * The time that a message gives itself: epoch milliseconds or ISO-8601 with an offset.
 *
 * @param readable false: there is something, but it is no time
 * @param millis empty when there is none; a device whose clock is not set sends null
 */
record SaidTime(boolean readable, OptionalLong millis) {
  private static final SaidTime NONE = new SaidTime(true, OptionalLong.empty());
  private static final SaidTime UNREADABLE = new SaidTime(false, OptionalLong.empty());

  /** {@code +08:00}, {@code +0800}, {@code +08} and {@code Z}. */
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter();

  static SaidTime of(JsonNode ts) {
    if (ts.isMissingNode() || ts.isNull()) {
      return NONE;
    }
    if (ts.isNumber()) {
      return ts.canConvertToLong() ? at(ts.longValue()) : UNREADABLE;
    }
    return ts.isTextual() ? ofText(ts.textValue().strip()) : UNREADABLE;
  }

  private static SaidTime ofText(String text) {
    try {
      return isWholeNumber(text)
          ? at(Long.parseLong(text))
          : at(OffsetDateTime.parse(text, ISO).toInstant().toEpochMilli());
    } catch (DateTimeException | ArithmeticException | NumberFormatException noTime) {
      return UNREADABLE;
    }
  }

  private static boolean isWholeNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static SaidTime at(long millis) {
    return new SaidTime(true, OptionalLong.of(millis));
  }
}
