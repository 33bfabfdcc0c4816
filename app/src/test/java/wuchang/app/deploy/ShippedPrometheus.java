package wuchang.app.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A Prometheus of this machine under the shipped configuration, which asks more often. */
final class ShippedPrometheus implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final int port;
  private final Process process;

  private ShippedPrometheus(Path secrets, String target, Path home) throws IOException {
    this.port = Shipped.freePort();
    Files.createDirectories(home);
    Files.writeString(
        home.resolve("rules.yml"), Shipped.read("prometheus/rules.yml").replace("30s", "1s"));
    Files.writeString(
        home.resolve("prometheus.yml"),
        Shipped.read("prometheus/prometheus.yml")
            .replace("wuchang:8080", target)
            .replace("/run/secrets/", secrets + "/")
            .replace("15s", "1s"));
    this.process =
        new ProcessBuilder(
                Shipped.installed("prometheus").orElseThrow().toString(),
                "--config.file=" + home.resolve("prometheus.yml"),
                "--storage.tsdb.path=" + home.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("prometheus.log").toFile())
            .start();
  }

  static ShippedPrometheus start(Path secrets, String target, Path home) throws IOException {
    return new ShippedPrometheus(secrets, target, home);
  }

  /** The first value of an instant query; NaN when there is none, or no answer. */
  double value(String query) throws InterruptedException {
    try {
      String words = URLEncoder.encode(query, StandardCharsets.UTF_8);
      JsonNode value = get("/api/v1/query?query=" + words).path("data").path("result").path(0);
      return value.path("value").path(1).asDouble(Double.NaN);
    } catch (IOException notYet) {
      return Double.NaN;
    }
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(10))
            .build();
    return JSON.readTree(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  @Override
  public void close() {
    Shipped.end(process);
  }
}
