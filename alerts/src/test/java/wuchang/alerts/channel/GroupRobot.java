package wuchang.alerts.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A group robot as its provider runs it (DOMAIN.md D1): it checks the signature, the size and how
 * many came in a minute, and answers everything with 200 and a code of its own.
 */
public abstract class GroupRobot implements AutoCloseable {
  /** A request as the provider sees it. */
  record Call(String path, String query, JsonNode body, int bytes) {
    String parameter(String name) {
      for (String pair : query.split("&")) {
        if (pair.startsWith(name + "=")) {
          return java.net.URLDecoder.decode(
              pair.substring(name.length() + 1), StandardCharsets.UTF_8);
        }
      }
      return "";
    }
  }

  static final int OK = 0;

  private final InstantSource clock;
  private final HttpServer server;
  private final List<Instant> times = new ArrayList<>();
  private final List<JsonNode> taken = new CopyOnWriteArrayList<>();
  private final List<Integer> codes = new CopyOnWriteArrayList<>();
  private volatile int forced;

  GroupRobot(InstantSource clock) throws IOException {
    this.clock = clock;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  public static GroupRobot of(String kind, String secret, InstantSource clock) throws IOException {
    return switch (kind) {
      case "wecom" -> new WecomRobot(secret, clock);
      case "dingtalk" -> new DingtalkRobot(secret, clock);
      default -> new FeishuRobot(secret, clock);
    };
  }

  /** The address that is pasted into the configuration. */
  public abstract URI url();

  /** What the provider does with a call; {@link #OK} when it is taken. */
  abstract int judge(Call call, Instant now);

  abstract String answer(int code);

  /** The words of a message that was taken, as people read them. */
  abstract String words(JsonNode body);

  /** What people read, in order. */
  public List<String> read() {
    return taken.stream().map(this::words).toList();
  }

  public List<JsonNode> bodies() {
    return List.copyOf(taken);
  }

  /** Every code it answered. */
  public List<Integer> codes() {
    return List.copyOf(codes);
  }

  /** Answers this, whatever comes; 0 is over. */
  public void force(int code) {
    forced = code;
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** How many were let in within a time until now, this one not counted. */
  long within(Duration time, Instant now) {
    return times.stream().filter(at -> at.plus(time).isAfter(now)).count();
  }

  private synchronized void serve(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readAllBytes();
    URI uri = exchange.getRequestURI();
    Instant now = clock.instant();
    boolean json =
        String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"))
            .startsWith("application/json");
    int code = -2;
    if (json && exchange.getRequestMethod().equals("POST")) {
      JsonNode body = new ObjectMapper().readTree(bytes);
      Call call =
          new Call(
              uri.getPath(),
              uri.getRawQuery() == null ? "" : uri.getRawQuery(),
              body,
              bytes.length);
      code = forced != 0 ? forced : judge(call, now);
      times.add(now);
      if (code == OK) {
        taken.add(body);
      }
    }
    codes.add(code);
    byte[] answer = answer(code).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  /** It answers nobody any more. */
  void stop() {
    server.stop(0);
  }

  @Override
  public void close() {
    stop();
  }
}
