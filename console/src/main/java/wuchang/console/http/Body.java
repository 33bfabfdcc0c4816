package wuchang.console.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import wuchang.console.view.Json;

/** The JSON object of a request; each fault names the field and what was expected. */
final class Body {
  static final String TIME_EXPECTED = "an ISO-8601 time such as 2026-01-01T08:00:00Z";

  private static final int LONGEST_TEXT = 2_000;

  private final ObjectNode fields;

  private Body(ObjectNode fields) {
    this.fields = fields;
  }

  static Body of(RoutingContext ctx) {
    String text = ctx.body().asString();
    try {
      if (Json.read(text == null || text.isBlank() ? "{}" : text) instanceof ObjectNode object) {
        return new Body(object);
      }
    } catch (JsonProcessingException e) {
      // Said below; the parser's own words would quote the body back.
    }
    throw HttpProblem.of(400, "bad_body", "the body must be a JSON object");
  }

  /** A text without the blanks around it; empty when it is absent or null. */
  String text(String name) {
    JsonNode field = fields.path(name);
    if (field.isMissingNode() || field.isNull()) {
      return "";
    }
    String expected = "a text of at most " + LONGEST_TEXT + " characters";
    if (!field.isTextual() || field.textValue().length() > LONGEST_TEXT) {
      throw HttpProblem.badParameter(name, field.toString(), expected);
    }
    return field.textValue().strip();
  }

  String needed(String name) {
    String text = text(name);
    if (text.isEmpty()) {
      throw HttpProblem.badParameter(name, "", "a text that is not empty");
    }
    return text;
  }

  /** A password: every blank of it counts, and no message quotes it. */
  String secret(String name) {
    JsonNode field = fields.path(name);
    if (!field.isTextual() || field.textValue().isEmpty() || field.textValue().length() > 256) {
      throw HttpProblem.badParameter(name, "", "a text of 1 to 256 characters");
    }
    return field.textValue();
  }

  int number(String name, int otherwise, int most) {
    JsonNode field = fields.path(name);
    if (field.isMissingNode() || field.isNull()) {
      return otherwise;
    }
    boolean whole = field.isIntegralNumber() && field.canConvertToInt();
    if (!whole || field.intValue() < 1 || field.intValue() > most) {
      throw HttpProblem.badParameter(name, field.toString(), "a whole number from 1 to " + most);
    }
    return field.intValue();
  }

  /** A time with its offset. */
  Optional<Instant> instant(String name) {
    String text = text(name);
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Query.read(name, text, word -> OffsetDateTime.parse(word).toInstant(), TIME_EXPECTED));
  }

  JsonNode object(String name, String expected) {
    JsonNode field = fields.path(name);
    if (!field.isObject()) {
      throw HttpProblem.badParameter(name, field.isMissingNode() ? "" : field.toString(), expected);
    }
    return field;
  }

  Optional<Double> measure(String name) {
    JsonNode field = fields.path(name);
    if (field.isMissingNode() || field.isNull()) {
      return Optional.empty();
    }
    if (!field.isNumber() || !Double.isFinite(field.doubleValue())) {
      throw HttpProblem.badParameter(name, field.toString(), "a number");
    }
    return Optional.of(field.doubleValue());
  }
}
