package wuchang.alerts.channel;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import wuchang.alerts.channel.Receipt.Busy;
import wuchang.domain.Language;
import wuchang.domain.Severity;
import wuchang.domain.alert.Alert;
import wuchang.domain.site.ChannelPlan;

/**
 * A group robot of 飞书 (DOMAIN.md D1): a card with a button, signed in the body when there is a
 * secret; at most 20 KB. It knows no phone numbers: a critical alert calls everybody. Too many, at
 * all or at a full or half hour, are answered with 11232.
 */
public final class FeishuChannel implements Channel {
  /** Well below 20 KB, whatever JSON makes of it. */
  private static final int MOST_BYTES = 6_000;

  private static final long TOO_FAST = 11_232;
  private static final Duration REST = Duration.ofSeconds(15);
  private static final Map<Long, String> REFUSALS =
      Map.of(
          19_021L, ": signature or time unfit",
          19_022L, ": address not allowed",
          19_024L, ": keyword missing",
          9_499L, ": bad request");

  private final URI url;
  private final Optional<String> secret;
  private final Language language;
  private final String keyword;
  private final InstantSource clock;
  private final Robot robot;

  FeishuChannel(ChannelPlan plan, HttpSending http, InstantSource clock) {
    this.url = Addresses.web(plan);
    this.secret = plan.secret().map(String::strip);
    this.language = Language.of(plan.options().getOrDefault("lang", "zh"));
    this.keyword = plan.options().getOrDefault("keyword", "");
    this.clock = clock;
    this.robot = new Robot(http, "/code", FeishuChannel::refused);
  }

  @Override
  public CompletionStage<Receipt> send(Message message) {
    Map<String, Object> body = new LinkedHashMap<>();
    secret.ifPresent(
        words -> {
          long seconds = clock.instant().getEpochSecond();
          body.put("timestamp", String.valueOf(seconds));
          body.put("sign", Signature.feishu(words, seconds));
        });
    body.put("msg_type", "interactive");
    body.put("card", card(message));
    return robot.send(url, body);
  }

  private Map<String, Object> card(Message message) {
    List<String> lines = PlainText.lines(message, language);
    String said =
        lines.stream().skip(1).map(Markup::plain).collect(Collectors.joining("\n"))
            + (keyword.isEmpty() ? "" : "\n" + keyword);
    boolean everybody = message.alert().severity() == Severity.CRITICAL && !message.ended();
    String text = PlainText.cut(said, MOST_BYTES) + (everybody ? "\n<at id=all></at>" : "");
    return Map.of(
        "header",
        Map.of("title", plain(PlainText.title(message, language)), "template", colour(message)),
        "elements",
        List.of(
            Map.of("tag", "div", "text", Map.of("tag", "lark_md", "content", text)),
            Map.of("tag", "action", "actions", List.of(button(message)))));
  }

  private Map<String, Object> button(Message message) {
    return Map.of(
        "tag",
        "button",
        "text",
        plain(Labels.toLink(message, language)),
        "type",
        "primary",
        "url",
        message.link().toString());
  }

  private static Map<String, String> plain(String text) {
    return Map.of("tag", "plain_text", "content", text);
  }

  private static String colour(Message message) {
    Alert alert = message.alert();
    if (message.ended()) {
      return "green";
    }
    return switch (alert.severity()) {
      case CRITICAL, MAJOR -> "red";
      case WARNING -> "orange";
      case NOTICE -> "blue";
    };
  }

  private static Receipt refused(long code) {
    return code == TOO_FAST
        ? new Busy(REST, "code " + code + ": too many messages")
        : Robot.refusal(code, REFUSALS.getOrDefault(code, ""));
  }
}
