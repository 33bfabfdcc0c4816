package wuchang.alerts.channel;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import wuchang.alerts.channel.Receipt.Failed;
import wuchang.alerts.channel.Receipt.Sent;
import wuchang.domain.site.ChannelPlan;

/**
 * POSTs Alertmanager's webhook JSON. Any 2xx is a receipt. A server that is away, overloaded or
 * broken (no answer, 408, 425, 429, 5xx) may be tried again; one that refuses (other codes,
 * redirects included) would refuse again. The secret goes as a bearer token.
 */
public final class WebhookChannel implements Channel {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
  private static final Set<Integer> TRY_AGAIN = Set.of(408, 425, 429);

  private final HttpClient http;
  private final URI url;
  private final Optional<String> secret;

  /**
   * @throws IllegalArgumentException when the plan has no http(s) URL, or a secret that cannot
   *     stand in a header; neither is repeated in the message
   */
  public WebhookChannel(ChannelPlan plan, HttpClient http) {
    this.http = http;
    this.url = checkedUrl(plan);
    this.secret = plan.secret().map(String::strip).filter(words -> !words.isEmpty());
    if (secret.filter(words -> !words.chars().allMatch(c -> c > ' ' && c < 127)).isPresent()) {
      throw new IllegalArgumentException(
          plan + ": the secret has characters that no header can carry; expected printable ASCII");
    }
  }

  @Override
  public CompletionStage<Receipt> send(Message message) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(ANSWER_WITHIN)
            .header("Content-Type", "application/json")
            .header("User-Agent", "wuchang")
            .POST(BodyPublishers.ofByteArray(AlertmanagerJson.bytes(message)));
    secret.ifPresent(token -> request.header("Authorization", "Bearer " + token));
    return http.sendAsync(request.build(), BodyHandlers.discarding())
        .handle((response, failure) -> failure == null ? receipt(response) : receipt(failure));
  }

  private static Receipt receipt(HttpResponse<Void> response) {
    int code = response.statusCode();
    if (code / 100 == 2) {
      return new Sent("HTTP " + code);
    }
    return new Failed(code >= 500 || TRY_AGAIN.contains(code), "HTTP " + code);
  }

  /** The exception's kind only: its message may repeat the address. */
  private static Receipt receipt(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return new Failed(true, "no answer: " + cause.getClass().getSimpleName());
  }

  private static URI checkedUrl(ChannelPlan plan) {
    return plan.url()
        .filter(url -> "http".equals(url.getScheme()) || "https".equals(url.getScheme()))
        .filter(url -> url.getHost() != null && url.getRawUserInfo() == null)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    plan
                        + " has no usable url; expected http(s)://host/path without user info"
                        + " (a token goes into secret)"));
  }
}
