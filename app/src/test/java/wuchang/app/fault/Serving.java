package wuchang.app.fault;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** {@code wuchang serve} as a process that can be killed and started again. */
final class Serving implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final HttpClient HTTP = client();

  private final Canteen canteen;
  private final Path configuration;
  private Process process;

  private Serving(Canteen canteen) throws IOException {
    this.canteen = canteen;
    this.configuration = canteen.configuration();
    this.process = run();
  }

  static Serving start(Canteen canteen) throws IOException {
    return new Serving(canteen).awaitReady();
  }

  /** As a power cut would end it. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** After a kill. */
  void startAgain() throws IOException {
    process = run();
    awaitReady();
  }

  long pid() {
    return process.pid();
  }

  Canteen canteen() {
    return canteen;
  }

  /** Servers let go of a silent connection after a minute; this client does before. */
  private static HttpClient client() {
    System.setProperty("jdk.httpclient.keepalive.timeout", "10");
    return HttpClient.newHttpClient();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** A line of {@code connections.properties}. */
  String connection(String key) throws IOException {
    Properties connections = new Properties();
    String file = Files.readString(canteen.data().resolve("connections.properties"));
    connections.load(new StringReader(file));
    return connections.getProperty(key);
  }

  /** The body of a GET with the tools' token. */
  String get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(connection("http.url")).resolve(path))
            .timeout(Duration.ofSeconds(20))
            .header("Authorization", "Bearer " + connection("http.token"))
            .build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  /** The status of a POST with the tools' token. */
  int post(String path, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(connection("http.url")).resolve(path))
            .timeout(Duration.ofSeconds(20))
            .header("Authorization", "Bearer " + connection("http.token"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  /** The ids of a list of the API. */
  static List<String> ids(String page) throws IOException {
    List<String> ids = new ArrayList<>();
    new ObjectMapper()
        .readTree(page)
        .path("items")
        .forEach(item -> ids.add(item.path("id").asText()));
    return ids;
  }

  boolean isReady() {
    try {
      return get("/health/ready").contains("UP");
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Each row as its values with commas between them. */
  List<String> sql(String query) throws SQLException, IOException {
    try (Connection connection =
            DriverManager.getConnection(
                connection("jdbc.url"), connection("jdbc.username"), connection("jdbc.password"));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      List<String> rows = new ArrayList<>();
      while (row.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          values.add(String.valueOf(row.getString(i)));
        }
        rows.add(String.join(",", values));
      }
      return rows;
    }
  }

  @Override
  public void close() {
    Wuchang.end(process);
  }

  private Process run() throws IOException {
    Files.deleteIfExists(canteen.home().resolve("serve.out"));
    return Wuchang.start(
        canteen.home(), "serve", List.of("serve", "--config", configuration.toString()));
  }

  private Serving awaitReady() {
    Path said = canteen.home().resolve("serve.out");
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .failFast("it ended; see " + said, () -> !process.isAlive())
        .until(() -> Files.exists(said) && Files.readString(said).contains("ready http"));
    return this;
  }
}
