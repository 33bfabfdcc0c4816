package wuchang.app.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** A receiver of webhooks that counts, and may do something before or after it answers. */
final class CountingHook implements AutoCloseable {
  /** A call: of which device, what it said it was, and when ({@code System.nanoTime}). */
  record Call(String device, String key, long at) {}

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Map<String, Consumer<Call>> before = new ConcurrentHashMap<>();
  private final Map<String, Consumer<Call>> after = new ConcurrentHashMap<>();

  CountingHook() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::called);
    server.setExecutor(threads);
    server.start();
  }

  /** The channel that calls it. */
  String channel() {
    return "{id: hook, kind: webhook, url: \"http://127.0.0.1:"
        + server.getAddress().getPort()
        + "/hook\", severities: [major, critical]}";
  }

  /** What happens once before the first call of a device is answered. */
  void before(String device, Consumer<Call> what) {
    before.put(device, what);
  }

  /** What happens once when the first call of a device was answered. */
  void after(String device, Consumer<Call> what) {
    after.put(device, what);
  }

  /** The calls about a device, in the order in which they came. */
  List<Call> of(String device) {
    return calls.stream().filter(call -> call.device().equals(device)).toList();
  }

  private void called(HttpExchange exchange) throws IOException {
    JsonNode alert = MAPPER.readTree(exchange.getRequestBody()).at("/alerts/0");
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    Call call = new Call(alert.at("/labels/device").asText(), key, System.nanoTime());
    calls.add(call);
    run(before.remove(call.device()), call);
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
    run(after.remove(call.device()), call);
  }

  private static void run(Consumer<Call> what, Call call) {
    if (what != null) {
      what.accept(call);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
