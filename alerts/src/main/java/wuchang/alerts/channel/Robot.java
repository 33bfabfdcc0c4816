package wuchang.alerts.channel;

import java.net.URI;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.function.LongFunction;
import wuchang.alerts.channel.HttpSending.Answer;
import wuchang.alerts.channel.Receipt.Accepted;
import wuchang.alerts.channel.Receipt.Failed;

/**
 * What the group robots have in common: a JSON body to a secret address, and an answer that says
 * with a number of its own whether it was taken. A 200 by itself says nothing. The provider's words
 * are not kept: they may repeat what was sent.
 *
 * @param codeAt where the number stands in the answer
 * @param refused what a number other than 0 means
 */
record Robot(HttpSending http, String codeAt, LongFunction<Receipt> refused) {
  CompletionStage<Receipt> send(URI url, Map<String, ?> body) {
    return http.post(
        url, Map.of("Content-Type", HttpSending.JSON), HttpSending.json(body), this::judge);
  }

  private Receipt judge(Answer answer) {
    OptionalLong code = HttpSending.number(answer.body(), codeAt);
    if (code.isEmpty()) {
      return new Failed(true, "HTTP " + answer.status() + " without a readable answer");
    }
    return code.getAsLong() == 0
        ? new Accepted("HTTP " + answer.status() + ", code 0")
        : refused.apply(code.getAsLong());
  }

  /** What is refused for good: the key, the signature, the keyword, the address, the body. */
  static Receipt refusal(long code, String why) {
    return new Failed(false, "code " + code + why);
  }
}
