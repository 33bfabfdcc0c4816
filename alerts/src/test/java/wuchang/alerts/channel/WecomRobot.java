package wuchang.alerts.channel;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** 企业微信: 20 a minute, 2 048 bytes of text, a key in the address. */
final class WecomRobot extends GroupRobot {
  private final String key;

  WecomRobot(String key, InstantSource clock) throws IOException {
    super(clock);
    this.key = key;
  }

  @Override
  public URI url() {
    return at("/cgi-bin/webhook/send?key=" + key);
  }

  @Override
  int judge(Call call, Instant now) {
    if (!call.parameter("key").equals(key)) {
      return 93_000;
    }
    String content = call.body().at("/text/content").asText();
    boolean fits = content.getBytes(StandardCharsets.UTF_8).length <= 2_048;
    if (!call.body().at("/msgtype").asText().equals("text") || content.isEmpty() || !fits) {
      return 40_058;
    }
    return within(Duration.ofSeconds(60), now) >= 20 ? 45_009 : OK;
  }

  @Override
  String answer(int code) {
    return "{\"errcode\":" + code + ",\"errmsg\":\"" + (code == OK ? "ok" : "no: " + key) + "\"}";
  }

  @Override
  String words(JsonNode body) {
    return body.at("/text/content").asText();
  }
}
