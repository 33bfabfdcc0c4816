package wuchang.alerts.channel;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wuchang.domain.site.ChannelPlan;

/**
 * A request to an unknown provider, as the configuration describes it: a body with {@code {phone}
 * {phones} {text} {headline} {severity} {alert} {step} {link} {secret}}, written as the content
 * type wants it; headers, which may hold {@code {secret}}; and {@code ok}, a JSON pointer with the
 * value ({@code /code=0}) that says that it was taken.
 */
public final class RequestTemplate {
  /** The names that may stand in braces. */
  public static final Set<String> NAMES =
      Set.of("phone", "phones", "text", "headline", "severity", "alert", "step", "link", "secret");

  /** Before the name of a header among a plan's options. */
  public static final String HEADER = "header.";

  private static final Pattern HOLE = Pattern.compile("\\{(\\w+)\\}");
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final String body;
  private final boolean get;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Optional<String> secret;
  private final Optional<String[]> ok;
  private final UnaryOperator<String> escape;

  private RequestTemplate(ChannelPlan plan) {
    Map<String, String> options = plan.options();
    body = options.getOrDefault("body", "");
    get = options.getOrDefault("method", "post").equalsIgnoreCase("get");
    secret = plan.secret();
    ok = Optional.ofNullable(options.get("ok")).map(text -> text.split("=", 2));
    String type = get ? FORM : options.getOrDefault("content-type", usualType());
    escape = type.contains("json") ? RequestTemplate::json : escape(type);
    options.forEach(
        (key, value) -> {
          if (key.startsWith(HEADER)) {
            headers.put(key.substring(HEADER.length()), fill(value, Map.of(), v -> v));
          }
        });
    if (!get) {
      headers.put("Content-Type", type + "; charset=utf-8");
    }
  }

  /**
   * Reads it from the plan's options.
   *
   * @throws IllegalArgumentException naming the channel and the first name in braces that is none
   */
  static RequestTemplate of(ChannelPlan plan) {
    unknown(plan.options().getOrDefault("body", ""))
        .ifPresent(
            name -> {
              throw new IllegalArgumentException(
                  plan + ": body has {" + name + "}; expected one of " + NAMES);
            });
    return new RequestTemplate(plan);
  }

  /** The first name in braces that means nothing. */
  public static Optional<String> unknown(String template) {
    return HOLE.matcher(template)
        .results()
        .map(hole -> hole.group(1))
        .filter(name -> !NAMES.contains(name))
        .findFirst();
  }

  boolean isGet() {
    return get;
  }

  boolean isForEachPhone() {
    return body.contains("{phone}");
  }

  Map<String, String> headers() {
    return headers;
  }

  String body(Map<String, String> values) {
    return fill(body, values, escape);
  }

  /** Whether the answer says that it was taken; without {@code ok} any 2xx does. */
  boolean isTaken(byte[] answer) {
    if (ok.isEmpty()) {
      return true;
    }
    try {
      JsonNode said = MAPPER.readTree(answer).at(ok.get()[0]);
      return said.isValueNode() && said.asText().equals(ok.get().length < 2 ? "" : ok.get()[1]);
    } catch (IOException e) {
      return false;
    }
  }

  private String usualType() {
    return body.stripLeading().startsWith("{\"") ? "application/json" : FORM;
  }

  /** Read once from left to right: what stands in a value is only ever text. */
  private String fill(String template, Map<String, String> values, UnaryOperator<String> written) {
    Matcher hole = HOLE.matcher(template);
    StringBuilder text = new StringBuilder();
    while (hole.find()) {
      String name = hole.group(1);
      String value = name.equals("secret") ? secret.orElse("") : values.getOrDefault(name, "");
      hole.appendReplacement(text, Matcher.quoteReplacement(written.apply(value)));
    }
    return hole.appendTail(text).toString();
  }

  private static UnaryOperator<String> escape(String type) {
    return type.startsWith(FORM)
        ? value -> URLEncoder.encode(value, StandardCharsets.UTF_8)
        : UnaryOperator.identity();
  }

  private static String json(String value) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(value));
  }
}
