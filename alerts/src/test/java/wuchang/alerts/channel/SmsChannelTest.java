package wuchang.alerts.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wuchang.domain.site.ChannelPlan;

/** A provider of text messages that speaks HTTP in its own way. */
class SmsChannelTest {
  private static final String SECRET = "hidden-word-4711";
  private static final Map<String, String> JSON =
      Map.of(
          "body", "{\"mobile\":\"{phone}\",\"msg\":\"{text}\",\"key\":\"{secret}\"}",
          "header.X-Key", "Token {secret}",
          "ok", "/code=0");

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Queue<String> answers = new ArrayDeque<>();
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
  void the_template_is_filled_as_json_with_the_number_of_who_is_meant() throws IOException {
    answers.add("{\"code\":0}");
    Receipt receipt = send(JSON, Examples.named("quote \" and \\ and\nline"));

    assertThat(receipt).isEqualTo(new Receipt.Accepted("HTTP 200"));
    assertThat(requests.get(0))
        .startsWith("POST /sms application/json; charset=utf-8 Token hidden-word-4711 ");
    JsonNode body = new ObjectMapper().readTree(requests.get(0).split(" ", 7)[6]);
    assertThat(body.at("/mobile").asText()).isEqualTo("13800001111");
    assertThat(body.at("/key").asText()).isEqualTo(SECRET);
    assertThat(body.at("/msg").asText())
        .contains("quote \" and \\ and", "处理：检查柜门。", Examples.opened().link().toString());
  }

  @Test
  void a_form_is_written_as_a_form() {
    send(Map.of("body", "to={phones}&text={text}"), Examples.named("a&b=c"));

    assertThat(requests.get(0)).contains("application/x-www-form-urlencoded");
    String text = requests.get(0).substring(requests.get(0).indexOf("&text=") + 6);
    assertThat(text).doesNotContain("&");
    assertThat(URLDecoder.decode(text, StandardCharsets.UTF_8)).startsWith("a&b=c");
  }

  @Test
  void a_get_carries_it_in_the_address() {
    send(Map.of("method", "get", "body", "to={phones}&call={severity}"), Examples.opened());

    assertThat(requests.get(0)).startsWith("GET /sms?to=13800001111&call=major");
  }

  @Test
  void an_answer_that_says_no_is_a_failure() {
    answers.add("{\"code\":7}");

    assertThat(send(JSON, Examples.opened()))
        .isEqualTo(new Receipt.Failed(false, "HTTP 200, refused by the provider's answer"));
  }

  @Test
  void each_number_gets_its_own_and_only_what_failed_is_tried_again() {
    Map<String, String> options = new HashMap<>(JSON);
    options.put("to", "1,2,3");
    answers.addAll(List.of("{\"code\":0}", "503", "{\"code\":0}", "{\"code\":0}"));
    try (Channels channels = channels(options)) {
      Receipt first = send(channels, Examples.opened());
      Receipt second = send(channels, Examples.opened());

      assertThat(first).isEqualTo(new Receipt.Failed(true, "HTTP 503"));
      assertThat(second).isEqualTo(new Receipt.Accepted("HTTP 200"));
      assertThat(requests).hasSize(4);
    }
  }

  @Test
  void nobody_with_a_number_is_a_failure_that_stays() {
    Message nobody = Examples.withoutPhones();

    assertThat(send(JSON, nobody)).isInstanceOf(Receipt.Failed.class);
    assertThat(requests).isEmpty();
  }

  @Test
  void a_name_in_braces_that_means_nothing_is_named() {
    assertThatThrownBy(() -> channels(Map.of("body", "{phone} {tetx}")))
        .hasMessageContainingAll("channel group (sms)", "{tetx}", "headline");
  }

  @Test
  void no_receipt_and_no_line_holds_the_secret_or_a_number() {
    try (LogLines lines = new LogLines("wuchang")) {
      answers.add("400");
      Receipt refused = send(JSON, Examples.opened());
      server.stop(0);
      Receipt away = send(JSON, Examples.opened());

      assertThat(refused + " " + away + lines.all()).doesNotContain(SECRET, "13800001111");
    }
  }

  private Receipt send(Map<String, String> options, Message message) {
    try (Channels channels = channels(options)) {
      return send(channels, message);
    }
  }

  private static Receipt send(Channels channels, Message message) {
    return channels
        .channel("group")
        .orElseThrow()
        .send(message)
        .toCompletableFuture()
        .orTimeout(20, TimeUnit.SECONDS)
        .join();
  }

  private Channels channels(Map<String, String> options) {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sms");
    ChannelPlan plan =
        new ChannelPlan(
            "group", "sms", Optional.of(url), Optional.of(SECRET), Set.of(), 0, options);
    return Channels.of(List.of(plan), Examples.PARTS);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    requests.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + " "
            + exchange.getRequestHeaders().getFirst("Content-Type")
            + " "
            + exchange.getRequestHeaders().getFirst("X-Key")
            + " "
            + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    String answer = Optional.ofNullable(answers.poll()).orElse("{\"code\":0}");
    boolean code = answer.matches("\\d+");
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(code ? Integer.parseInt(answer) : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
