package wuchang.alerts.channel;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import wuchang.alerts.channel.Receipt.Busy;
import wuchang.alerts.channel.Receipt.Failed;
import wuchang.domain.Language;
import wuchang.domain.site.ChannelPlan;

/**
 * A group robot of 钉钉 (DOMAIN.md D1): markdown, signed in the address when there is a secret. Who
 * is called out must stand in the text, too. After more than 20 messages in a minute it takes
 * nothing for ten. A {@code keyword} stands at the end of each message, for robots that ask for
 * one.
 */
public final class DingtalkChannel implements Channel {
  /** Well below the 20 000 bytes that a body may have. */
  private static final int MOST_BYTES = 6_000;

  private static final long SYSTEM_BUSY = -1;
  private static final long TOO_FAST = 130_101;
  private static final long TOO_FAST_FOR_GROUP = 410_100;
  private static final long QUOTA_USED_UP = 90_030;
  private static final long UNFIT = 310_000;
  private static final Duration BLOCKED = Duration.ofMinutes(10);

  private final URI url;
  private final Optional<String> secret;
  private final Language language;
  private final String keyword;
  private final InstantSource clock;
  private final Robot robot;

  DingtalkChannel(ChannelPlan plan, HttpSending http, InstantSource clock) {
    this.url = Addresses.web(plan);
    this.secret = plan.secret().map(String::strip);
    this.language = Language.of(plan.options().getOrDefault("lang", "zh"));
    this.keyword = plan.options().getOrDefault("keyword", "");
    this.clock = clock;
    this.robot = new Robot(http, "/errcode", DingtalkChannel::refused);
  }

  @Override
  public CompletionStage<Receipt> send(Message message) {
    List<String> mobiles = message.calledOut();
    return robot.send(
        signed(),
        Map.of(
            "msgtype",
            "markdown",
            "markdown",
            Map.of("title", PlainText.title(message, language), "text", text(message, mobiles)),
            "at",
            Map.of("atMobiles", mobiles, "isAtAll", false)));
  }

  private URI signed() {
    if (secret.isEmpty()) {
      return url;
    }
    long millis = clock.millis();
    String sign =
        URLEncoder.encode(Signature.dingtalk(secret.get(), millis), StandardCharsets.UTF_8);
    return Addresses.with(url, "timestamp=" + millis + "&sign=" + sign);
  }

  private String text(Message message, List<String> mobiles) {
    List<String> lines = PlainText.lines(message, language);
    String said =
        lines.stream()
            .skip(1)
            .flatMap(String::lines)
            .map(line -> "> " + Markup.plain(line))
            .collect(Collectors.joining("  \n"));
    String end =
        "\n\n["
            + Labels.toLink(message, language)
            + "]("
            + message.link()
            + ")"
            + mobiles.stream().map(mobile -> " @" + mobile).collect(Collectors.joining())
            + (keyword.isEmpty() ? "" : "\n\n" + keyword);
    return PlainText.cut("### " + Markup.plain(lines.get(0)) + "\n" + said, MOST_BYTES) + end;
  }

  private static Receipt refused(long code) {
    if (code == TOO_FAST || code == TOO_FAST_FOR_GROUP) {
      return new Busy(BLOCKED, "code " + code + ": too many messages");
    }
    if (code == SYSTEM_BUSY) {
      return new Failed(true, "code " + code + ": system busy");
    }
    String why = code == QUOTA_USED_UP ? ": quota used up" : "";
    return Robot.refusal(code, code == UNFIT ? ": keyword, signature or address unfit" : why);
  }
}
