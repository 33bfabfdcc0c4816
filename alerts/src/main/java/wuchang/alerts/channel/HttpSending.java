package wuchang.alerts.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import wuchang.alerts.channel.Receipt.Busy;
import wuchang.alerts.channel.Receipt.Failed;

/**
 * Sends one request and judges what HTTP itself says of it. A server that is away, overloaded or
 * broken (no answer, 408, 425, 429, 5xx) may be tried again, after {@code Retry-After} when it says
 * so; one that refuses (other codes, redirects included) would refuse again.
 */
final class HttpSending {
  static final String JSON = "application/json; charset=utf-8";

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
  private static final Duration LONGEST_REST = Duration.ofHours(1);
  private static final Set<Integer> TRY_AGAIN = Set.of(408, 425, 429);
  private static final int LONGEST_ANSWER = 64 * 1024;

  /** A 2xx, with the beginning of its body. */
  record Answer(int status, byte[] body) {}

  private final HttpClient http;

  HttpSending(HttpClient http) {
    this.http = http;
  }

  /** POSTs; {@code judge} is asked about a 2xx only. */
  CompletionStage<Receipt> post(
      URI url, Map<String, String> headers, byte[] body, Function<Answer, Receipt> judge) {
    return send(HttpRequest.newBuilder(url).POST(BodyPublishers.ofByteArray(body)), headers, judge);
  }

  /** Sends what the builder describes; {@code judge} is asked about a 2xx only. */
  CompletionStage<Receipt> send(
      HttpRequest.Builder request, Map<String, String> headers, Function<Answer, Receipt> judge) {
    request.timeout(ANSWER_WITHIN).header("User-Agent", "wuchang");
    headers.forEach(request::header);
    return http.sendAsync(request.build(), BodyHandlers.ofInputStream())
        .thenApply(response -> receipt(response, judge))
        .exceptionally(HttpSending::noAnswer);
  }

  static byte[] json(Object body) {
    try {
      return MAPPER.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps of strings can always be written as JSON", e);
    }
  }

  /** A whole number that stands at a pointer in a JSON body. */
  static OptionalLong number(byte[] body, String pointer) {
    try {
      var node = MAPPER.readTree(body).at(pointer);
      return node.isIntegralNumber() ? OptionalLong.of(node.longValue()) : OptionalLong.empty();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  private static Receipt receipt(
      HttpResponse<InputStream> response, Function<Answer, Receipt> judge) {
    int code = response.statusCode();
    try (InputStream body = response.body()) {
      if (code / 100 == 2) {
        return judge.apply(new Answer(code, body.readNBytes(LONGEST_ANSWER)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    OptionalLong rest =
        response.headers().firstValue("Retry-After").stream()
            .filter(seconds -> seconds.matches("\\d{1,6}"))
            .mapToLong(Long::parseLong)
            .findFirst();
    boolean again = code >= 500 || TRY_AGAIN.contains(code);
    return again && rest.isPresent()
        ? new Busy(shorter(Duration.ofSeconds(rest.getAsLong())), "HTTP " + code)
        : new Failed(again, "HTTP " + code);
  }

  private static Duration shorter(Duration rest) {
    return rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
  }

  /** The exception's kind only: its message may repeat the address. */
  private static Receipt noAnswer(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof UncheckedIOException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return new Failed(true, "no answer: " + cause.getClass().getSimpleName());
  }
}
