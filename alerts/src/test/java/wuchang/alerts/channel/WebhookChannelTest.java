package wuchang.alerts.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookChannelTest {
  private static final String SECRET = "hidden-word-4711";
  private static final String TOKEN_IN_URL = "hidden-path-4712";

  private final Queue<Integer> answers = new ArrayDeque<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void posts_the_alertmanager_webhook_of_version_4() throws IOException {
    assertThat(send(Examples.opened(), "")).isEqualTo(new Receipt.Accepted("HTTP 200"));

    String id = Examples.opened().alert().id().value();
    assertThat(json(bodies.get(0)))
        .isEqualTo(
            json(
                """
                {"version": "4",
                 "groupKey": "{}:{alertname=\\"FRG-01\\", device=\\"fridge-1\\"}",
                 "truncatedAlerts": 0,
                 "status": "firing",
                 "receiver": "group",
                 "groupLabels": {"alertname": "FRG-01", "device": "fridge-1"},
                 "commonLabels": %1$s,
                 "commonAnnotations": %2$s,
                 "externalURL": "https://canteen.example",
                 "alerts": [
                   {"status": "firing",
                    "labels": %1$s,
                    "annotations": %2$s,
                    "startsAt": "2026-11-23T01:30:00Z",
                    "endsAt": "0001-01-01T00:00:00Z",
                    "generatorURL": "https://canteen.example/alerts/%3$s",
                    "fingerprint": "%3$s"}]}
                """
                    .formatted(LABELS, ANNOTATIONS, id)));
    assertThat(heads.get(0)).isEqualTo("POST application/json null");
  }

  @Test
  void the_end_is_resolved_with_its_time_and_the_same_fingerprint() throws IOException {
    send(Examples.opened(), "");
    send(Examples.resolved(), "");
    JsonNode opened = json(bodies.get(0));
    JsonNode resolved = json(bodies.get(1));

    assertThat(resolved.at("/status").textValue()).isEqualTo("resolved");
    assertThat(resolved.at("/alerts/0/status").textValue()).isEqualTo("resolved");
    assertThat(resolved.at("/alerts/0/endsAt").textValue()).isEqualTo("2026-11-23T03:00:00Z");
    assertThat(resolved.at("/alerts/0/fingerprint")).isEqualTo(opened.at("/alerts/0/fingerprint"));
    assertThat(resolved.at("/alerts/0/labels")).isEqualTo(opened.at("/alerts/0/labels"));
    assertThat(resolved.at("/alerts/0/annotations/action").isMissingNode()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "204, sent",
    "202, sent",
    "500, later",
    "503, later",
    "429, later",
    "408, later",
    "425, later",
    "400, never",
    "401, never",
    "404, never",
    "301, never"
  })
  void says_whether_trying_again_makes_sense(int code, String expected) {
    answers.add(code);
    Receipt receipt = send(Examples.opened(), "");

    assertThat(receipt.words()).isEqualTo("HTTP " + code);
    assertThat(what(receipt)).isEqualTo(expected);
    assertThat(bodies).hasSize(1);
  }

  @Test
  void a_server_that_is_away_may_be_tried_again() {
    server.stop(0);

    assertThat(what(send(Examples.opened(), ""))).isEqualTo("later");
  }

  @Test
  void the_secret_goes_as_bearer_and_nowhere_else() {
    try (LogLines lines = new LogLines("wuchang")) {
      answers.addAll(List.of(200, 401, 500));
      List<Receipt> receipts =
          List.of(
              send(Examples.opened(), SECRET),
              send(Examples.opened(), SECRET),
              send(Examples.opened(), SECRET));
      server.stop(0);
      Receipt away = send(Examples.opened(), SECRET);

      assertThat(heads).allMatch(head -> head.endsWith("Bearer " + SECRET));
      assertThat(bodies).noneMatch(body -> body.contains(SECRET) || body.contains(TOKEN_IN_URL));
      assertThat(receipts + " " + away + lines.all()).doesNotContain(SECRET, TOKEN_IN_URL);
    }
  }

  private static final String LABELS =
      """
      {"alertname": "FRG-01", "device": "fridge-1", "area": "cold-room", "severity": "major",
       "principle": "standardise", "site": "east"}""";

  private static final String ANNOTATIONS =
      """
      {"summary": "【重大】冷藏超温 · 冷库1号冷柜",
       "summary_zh": "【重大】冷藏超温 · 冷库1号冷柜",
       "summary_en": "[Major] Fridge too warm · Cold room, Fridge 1",
       "description": "已持续30分钟高于8℃。",
       "description_zh": "已持续30分钟高于8℃。",
       "description_en": "Above 8 °C for 30 min.",
       "action": "检查柜门。", "action_zh": "检查柜门。", "action_en": "Check the door.",
       "owner": "待接手：张三", "owner_zh": "待接手：张三", "owner_en": "To take it on: 张三",
       "step": "opened", "level": "1", "to": "p1,p2"}""";

  private Receipt send(Message message, String secret) {
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/" + TOKEN_IN_URL;
    return Channels.of(List.of(Examples.plan("webhook", url, secret)), Examples.PARTS)
        .channel("group")
        .orElseThrow()
        .send(message)
        .toCompletableFuture()
        .orTimeout(20, TimeUnit.SECONDS)
        .join();
  }

  private void answer(HttpExchange exchange) throws IOException {
    bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    heads.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestHeaders().getFirst("Content-Type")
            + " "
            + exchange.getRequestHeaders().getFirst("Authorization"));
    Integer code = answers.poll();
    exchange.getResponseHeaders().add("Location", "/elsewhere");
    exchange.sendResponseHeaders(code == null ? 200 : code, -1);
    exchange.close();
  }

  private static String what(Receipt receipt) {
    if (receipt instanceof Receipt.Failed failed) {
      return failed.retryable() ? "later" : "never";
    }
    return "sent";
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }
}
