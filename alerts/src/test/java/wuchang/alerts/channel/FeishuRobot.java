package wuchang.alerts.channel;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** 飞书: signed in the body; 100 a minute, 5 a second, 20 KB. */
final class FeishuRobot extends GroupRobot {
  private final String secret;

  FeishuRobot(String secret, InstantSource clock) throws IOException {
    super(clock);
    this.secret = secret;
  }

  @Override
  public URI url() {
    return at("/open-apis/bot/v2/hook/hidden-token");
  }

  @Override
  int judge(Call call, Instant now) {
    if (call.bytes() > 20 * 1024 || !call.path().endsWith("/hook/hidden-token")) {
      return 9_499;
    }
    long seconds = Long.parseLong(call.body().at("/timestamp").asText("0"));
    boolean signed = call.body().at("/sign").asText().equals(Signature.feishu(secret, seconds));
    if (!signed || Math.abs(seconds - now.getEpochSecond()) > 3_600) {
      return 19_021;
    }
    boolean fast =
        within(Duration.ofSeconds(1), now) >= 5 || within(Duration.ofSeconds(60), now) >= 100;
    if (fast) {
      return 11_232;
    }
    return call.body().at("/card/header/title/content").asText().isEmpty() ? 9_499 : OK;
  }

  @Override
  String answer(int code) {
    return "{\"code\":" + code + ",\"msg\":\"" + (code == OK ? "success" : "no: " + secret) + "\"}";
  }

  @Override
  String words(JsonNode body) {
    return body.at("/card/header/title/content").asText()
        + "\n"
        + body.at("/card/elements/0/text/content").asText();
  }
}
