package wuchang.alerts.channel;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import wuchang.alerts.channel.Receipt.Busy;
import wuchang.alerts.channel.Receipt.Failed;
import wuchang.domain.Language;
import wuchang.domain.site.ChannelPlan;

/**
 * A group robot of 企业微信 (DOMAIN.md D1): text of at most 2 048 bytes, the only kind in which people
 * can be called out by their phone numbers. More than 20 messages a minute are answered with 45009.
 */
public final class WecomChannel implements Channel {
  static final int MOST_BYTES = 2_048;

  private static final int TOO_FAST = 45_009;
  private static final int SYSTEM_BUSY = -1;
  private static final Duration WINDOW = Duration.ofSeconds(60);

  private final URI url;
  private final Language language;
  private final Robot robot;

  WecomChannel(ChannelPlan plan, HttpSending http) {
    this.url = Addresses.web(plan);
    this.language = Language.of(plan.options().getOrDefault("lang", "zh"));
    this.robot = new Robot(http, "/errcode", WecomChannel::refused);
  }

  @Override
  public CompletionStage<Receipt> send(Message message) {
    return robot.send(
        url,
        Map.of(
            "msgtype",
            "text",
            "text",
            Map.of(
                "content",
                PlainText.of(message, language, MOST_BYTES),
                "mentioned_mobile_list",
                message.calledOut())));
  }

  private static Receipt refused(long code) {
    if (code == TOO_FAST) {
      return new Busy(WINDOW, "code " + code + ": too many messages");
    }
    return code == SYSTEM_BUSY
        ? new Failed(true, "code " + code + ": system busy")
        : Robot.refusal(code, "");
  }
}
