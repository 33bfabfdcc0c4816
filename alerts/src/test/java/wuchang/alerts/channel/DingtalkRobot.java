package wuchang.alerts.channel;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** 钉钉: signed in the address; more than 20 in a minute, and nothing is taken for ten. */
final class DingtalkRobot extends GroupRobot {
  private final String secret;
  private Instant blockedUntil = Instant.MIN;

  DingtalkRobot(String secret, InstantSource clock) throws IOException {
    super(clock);
    this.secret = secret;
  }

  @Override
  public URI url() {
    return at("/robot/send?access_token=hidden-token");
  }

  @Override
  int judge(Call call, Instant now) {
    if (!isSigned(call, now) || !call.parameter("access_token").equals("hidden-token")) {
      return 310_000;
    }
    if (within(Duration.ofSeconds(60), now) >= 20) {
      blockedUntil = now.plus(Duration.ofMinutes(10));
    }
    if (blockedUntil.isAfter(now)) {
      return 130_101;
    }
    for (JsonNode mobile : call.body().at("/at/atMobiles")) {
      if (!words(call.body()).contains("@" + mobile.asText())) {
        return 400_001;
      }
    }
    boolean fits = call.bytes() <= 20_000 && !call.body().at("/markdown/title").asText().isEmpty();
    return fits && call.body().at("/msgtype").asText().equals("markdown") ? OK : 400_002;
  }

  private boolean isSigned(Call call, Instant now) {
    long millis = Long.parseLong("0" + call.parameter("timestamp"));
    return Math.abs(millis - now.toEpochMilli()) <= Duration.ofHours(1).toMillis()
        && call.parameter("sign").equals(Signature.dingtalk(secret, millis));
  }

  @Override
  String answer(int code) {
    return "{\"errcode\":"
        + code
        + ",\"errmsg\":\""
        + (code == OK ? "ok" : "no: " + secret)
        + "\"}";
  }

  @Override
  String words(JsonNode body) {
    return body.at("/markdown/text").asText();
  }
}
