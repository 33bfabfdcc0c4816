package wuchang.console.http;

import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The parameters of a request. What is absent or empty is not asked for; what cannot be read is a
 * problem that names the parameter and what was expected.
 */
final class Query {
  private final RoutingContext ctx;
  private final ZoneId zone;

  /**
   * @param zone of the site: a bare date means its midnight
   */
  Query(RoutingContext ctx, ZoneId zone) {
    this.ctx = ctx;
    this.zone = zone;
  }

  Optional<String> text(String name) {
    return ctx.queryParam(name).stream().filter(value -> !value.isBlank()).findFirst();
  }

  /** One value, read by a function that throws {@link IllegalArgumentException} for none. */
  <T> Optional<T> value(String name, Function<String, T> read, String expected) {
    return text(name).map(word -> read(name, word, read, expected));
  }

  /** Several values, repeated or with commas between them. */
  <T> Set<T> values(String name, Function<String, Optional<T>> read, String expected) {
    Set<T> all = new LinkedHashSet<>();
    ctx.queryParam(name).stream()
        .flatMap(words -> Arrays.stream(words.split(",")))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .forEach(
            word ->
                all.add(
                    read.apply(word)
                        .orElseThrow(() -> HttpProblem.badParameter(name, word, expected))));
    return all;
  }

  int number(String name, int otherwise, int most) {
    String expected = "a whole number from 1 to " + most;
    int number = value(name, Integer::parseInt, expected).orElse(otherwise);
    if (number < 1 || number > most) {
      throw HttpProblem.badParameter(name, String.valueOf(number), expected);
    }
    return number;
  }

  Optional<Instant> instant(String name) {
    return value(name, this::parseInstant, "an ISO-8601 time such as 2026-01-01T08:00:00Z");
  }

  Optional<LocalDate> date(String name) {
    return value(name, LocalDate::parse, "a date such as 2026-01-01");
  }

  private Instant parseInstant(String word) {
    // A plus sign that was not escaped arrives as a space.
    String text = word.replace(' ', '+');
    return text.contains("T")
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDate.parse(text).atStartOfDay(zone).toInstant();
  }

  static <T> T read(String name, String word, Function<String, T> read, String expected) {
    try {
      return read.apply(word);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw HttpProblem.badParameter(name, word, expected);
    }
  }
}
