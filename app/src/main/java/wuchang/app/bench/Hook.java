package wuchang.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A receiver of webhooks that notes how long each device's first one took. */
final class Hook implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final Map<String, Long> began = new ConcurrentHashMap<>();
  private final Map<String, Long> took = new ConcurrentHashMap<>();

  private Hook() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::called);
    server.setExecutor(threads);
    server.start();
  }

  static Hook open() throws IOException {
    return new Hook();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
  }

  /** The device's event is about to be published. */
  void expect(String device) {
    began.put(device, System.nanoTime());
  }

  private void called(HttpExchange exchange) throws IOException {
    long now = System.nanoTime();
    JsonNode alert = MAPPER.readTree(exchange.getRequestBody()).at("/alerts/0");
    String device = alert.at("/labels/device").asText();
    Long since = began.get(device);
    if (since != null) {
      took.putIfAbsent(device, now - since);
    }
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  int called() {
    return took.size();
  }

  /** Waits until so many have come, but not for longer than that. */
  void await(int count, long seconds) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (took.size() < count && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** What came so far does not count. */
  void forget() {
    began.clear();
    took.clear();
  }

  Durations durations() {
    Durations durations = new Durations();
    took.values().forEach(durations::add);
    return durations;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
