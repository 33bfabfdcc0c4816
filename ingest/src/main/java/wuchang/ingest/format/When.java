package wuchang.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * When a message says that something was. A time that cannot be read is one that is not believed.
 *
 * @param millis epoch milliseconds; empty when it says nothing
 * @param replay it is history, sent later
 */
public record When(OptionalLong millis, boolean replay) {
  static final When UNSAID = new When(OptionalLong.empty(), false);

  private static final When UNREADABLE = new When(OptionalLong.of(0), false);

  /** Below this a number counts seconds: as milliseconds it would be in March 1973. */
  private static final double SECONDS = 1e11;

  /** {@code +08:00}, {@code +0800}, {@code +08} and {@code Z}, with any number of digits. */
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter();

  static When millis(long millis) {
    return new When(OptionalLong.of(millis), false);
  }

  When asReplay() {
    return new When(millis, true);
  }

  When asReplay(boolean history) {
    return history ? asReplay() : this;
  }

  /** ISO-8601 with an offset, or Unix time in seconds or milliseconds. */
  static When of(JsonNode node) {
    return of(node, Optional.empty());
  }

  /** As {@link #of(JsonNode)}; a time without an offset is that of the site's clocks. */
  static When local(JsonNode node, ZoneId zone) {
    return of(node, Optional.of(zone));
  }

  private static When of(JsonNode node, Optional<ZoneId> zone) {
    if (node.isMissingNode() || node.isNull()) {
      return UNSAID;
    }
    if (node.isNumber()) {
      double number = node.doubleValue();
      return millis(Math.round(Math.abs(number) < SECONDS ? number * 1000 : number));
    }
    return node.isTextual() ? text(node.textValue().strip(), zone) : UNREADABLE;
  }

  private static When text(String text, Optional<ZoneId> zone) {
    try {
      TemporalAccessor time = ISO.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
      if (time instanceof OffsetDateTime whole) {
        return millis(whole.toInstant().toEpochMilli());
      }
      LocalDateTime local = LocalDateTime.from(time);
      return zone.map(z -> millis(local.atZone(z).toInstant().toEpochMilli())).orElse(UNREADABLE);
    } catch (DateTimeException | ArithmeticException noTime) {
      return UNREADABLE;
    }
  }
}
