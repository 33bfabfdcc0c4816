package wuchang.alerts.channel;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import wuchang.alerts.channel.Receipt.Accepted;
import wuchang.domain.site.ChannelPlan;

/**
 * POSTs Alertmanager's webhook JSON. Any 2xx is a receipt. The secret goes as a bearer token. The
 * {@code Idempotency-Key} is the same whenever the same notification is sent again.
 */
public final class WebhookChannel implements Channel {
  private final HttpSending http;
  private final URI url;
  private final Optional<String> secret;

  /**
   * @throws IllegalArgumentException when the plan has no http(s) URL, or a secret that cannot
   *     stand in a header; neither is repeated in the message
   */
  WebhookChannel(ChannelPlan plan, HttpSending http) {
    this.http = http;
    this.url = Addresses.web(plan);
    this.secret = plan.secret().map(String::strip).filter(words -> !words.isEmpty());
    if (secret.filter(words -> !words.chars().allMatch(c -> c > ' ' && c < 127)).isPresent()) {
      throw new IllegalArgumentException(
          plan + ": the secret has characters that no header can carry; expected printable ASCII");
    }
  }

  @Override
  public CompletionStage<Receipt> send(Message message) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("Idempotency-Key", message.alert().id() + ":" + message.step());
    secret.ifPresent(token -> headers.put("Authorization", "Bearer " + token));
    return http.post(
        url,
        headers,
        AlertmanagerJson.bytes(message),
        answer -> new Accepted("HTTP " + answer.status()));
  }
}
