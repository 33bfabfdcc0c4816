package wuchang.alerts.channel;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import wuchang.alerts.channel.HttpSending.Answer;
import wuchang.alerts.channel.Receipt.Accepted;
import wuchang.alerts.channel.Receipt.Failed;
import wuchang.domain.Language;
import wuchang.domain.site.ChannelPlan;

/**
 * A text message or a call by whatever provider speaks HTTP: the request is a template of the
 * configuration ({@link RequestTemplate}). It goes to the numbers of {@code to}, else to who is
 * meant. With {@code {phone}} in the template each number gets a request of its own, and what
 * failed is tried again without those that were taken.
 */
public final class SmsChannel implements Channel {
  /** What a text message holds in a few parts: 300 characters of Chinese. */
  private static final int MOST_BYTES = 900;

  private static final int REMEMBERED = 256;

  private final URI url;
  private final HttpSending http;
  private final RequestTemplate template;
  private final Language language;
  private final List<String> numbers;
  private final Map<String, Set<String>> taken = remembering();

  SmsChannel(ChannelPlan plan, HttpSending http) {
    this.url = Addresses.web(plan);
    this.http = http;
    this.template = RequestTemplate.of(plan);
    this.language = Language.of(plan.options().getOrDefault("lang", "zh"));
    this.numbers =
        plan.options().containsKey("to")
            ? List.of(plan.options().get("to").split("\\s*,\\s*"))
            : List.of();
  }

  @Override
  public CompletionStage<Receipt> send(Message message) {
    List<String> phones = numbers.isEmpty() ? message.phones() : numbers;
    if (phones.isEmpty()) {
      return CompletableFuture.completedFuture(
          new Failed(false, "nobody who is meant has a phone number"));
    }
    if (!template.isForEachPhone()) {
      return request(message, String.join(",", phones));
    }
    Set<String> done = taken(message);
    List<CompletableFuture<Receipt>> sent = new ArrayList<>();
    for (String phone : phones) {
      if (!done.contains(phone)) {
        sent.add(
            request(message, phone).thenApply(r -> noted(r, done, phone)).toCompletableFuture());
      }
    }
    return CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
        .thenApply(all -> together(sent.stream().map(CompletableFuture::join).toList()));
  }

  private CompletionStage<Receipt> request(Message message, String phone) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("phone", phone);
    values.put("phones", phone);
    values.put("text", PlainText.of(message, language, MOST_BYTES));
    values.put("headline", PlainText.title(message, language));
    values.put("severity", message.alert().severity().word());
    values.put("alert", message.alert().id().value());
    values.put("step", message.step());
    values.put("link", message.link().toString());
    String body = template.body(values);
    HttpRequest.Builder request =
        template.isGet()
            ? HttpRequest.newBuilder(Addresses.with(url, body)).GET()
            : HttpRequest.newBuilder(url).POST(BodyPublishers.ofString(body));
    return http.send(request, template.headers(), this::judge);
  }

  private Receipt judge(Answer answer) {
    String words = "HTTP " + answer.status();
    return template.isTaken(answer.body())
        ? new Accepted(words)
        : new Failed(false, words + ", refused by the provider's answer");
  }

  private static Receipt noted(Receipt receipt, Set<String> done, String phone) {
    if (receipt instanceof Accepted) {
      synchronized (done) {
        done.add(phone);
      }
    }
    return receipt;
  }

  /**
   * The first that failed and can be tried again, else the first that was taken, else the first.
   */
  private static Receipt together(List<Receipt> receipts) {
    Receipt worst = receipts.isEmpty() ? new Accepted("all were taken before") : receipts.get(0);
    for (Receipt receipt : receipts) {
      if (weight(receipt) > weight(worst)) {
        worst = receipt;
      }
    }
    return worst;
  }

  private static int weight(Receipt receipt) {
    if (receipt instanceof Failed failed) {
      return failed.retryable() ? 2 : 0;
    }
    return receipt instanceof Receipt.Busy ? 3 : 1;
  }

  private Set<String> taken(Message message) {
    synchronized (taken) {
      return taken.computeIfAbsent(
          message.alert().id() + ":" + message.step(), key -> new HashSet<>());
    }
  }

  private static Map<String, Set<String>> remembering() {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Set<String>> eldest) {
        return size() > REMEMBERED;
      }
    };
  }
}
