package wuchang.console.http;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request that cannot be answered as asked, as a problem document (RFC 9457) says it. It has no
 * stack trace: it is an answer and not a fault of ours.
 */
final class HttpProblem extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;
  private final transient Map<String, Object> more;

  private HttpProblem(int status, String code, String detail, Map<String, Object> more) {
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
    this.more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
  }

  /**
   * @param code a word for programs; the page says it in the reader's language
   */
  static HttpProblem of(int status, String code, String detail) {
    return new HttpProblem(status, code, detail, Map.of());
  }

  static HttpProblem badParameter(String name, String got, String expected) {
    return new HttpProblem(
        400,
        "bad_parameter",
        "parameter «" + name + "» is «" + shortened(got) + "»; expected " + expected,
        Map.of("parameter", name, "expected", expected));
  }

  static HttpProblem unknown(String what, String id) {
    return of(404, "not_found", "there is no " + what + " «" + shortened(id) + "»");
  }

  static HttpProblem tooManyTries(Duration wait) {
    return of(429, "too_many_tries", "wait " + seconds(wait) + " s before trying again")
        .with("retryAfter", seconds(wait));
  }

  /** Whole seconds, rounded up, as Retry-After wants them. */
  static long seconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }

  HttpProblem with(String name, Object value) {
    Map<String, Object> grown = new LinkedHashMap<>(more);
    grown.put(name, value);
    return new HttpProblem(status, code, getMessage(), grown);
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", "about:blank");
    document.put("title", title());
    document.put("status", status);
    document.put("detail", getMessage());
    document.put("code", code);
    document.putAll(more);
    return document;
  }

  private String title() {
    return switch (status) {
      case 400 -> "Bad request";
      case 401 -> "Not signed in";
      case 403 -> "Not allowed";
      case 404 -> "Not found";
      case 405 -> "Method not allowed";
      case 409 -> "Conflict";
      case 413 -> "Too large";
      case 422 -> "Cannot be taken over";
      case 429 -> "Too many tries";
      case 503 -> "Not available now";
      default -> status < 500 ? "Refused" : "Failed";
    };
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
