package wuchang.app.whole;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import wuchang.app.Server;
import wuchang.app.Startup;
import wuchang.app.SystemClock;
import wuchang.app.command.CatalogueVocabulary;
import wuchang.app.config.BrokerSettings;
import wuchang.app.config.Config;
import wuchang.app.config.ConfigReader;
import wuchang.app.config.HttpSettings;
import wuchang.app.config.Outcome;
import wuchang.app.config.StorageSettings;
import wuchang.rules.catalogue.Catalogue;
import wuchang.simulators.mqtt.Broker;
import wuchang.simulators.mqtt.Publisher;

/** The whole system in a directory of its own, on free ports, as a tool of this machine sees it. */
final class Whole implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Path data;
  private final Server server;
  private final Properties connections = new Properties();

  private Whole(Path data, Server server) throws IOException {
    this.data = data;
    this.server = server;
    connections.load(new StringReader(Files.readString(data.resolve("connections.properties"))));
  }

  /** The example site with its data in a directory. */
  static Whole start(Path data) throws IOException, InterruptedException {
    return start(data, Map.of());
  }

  /** The example site with its page on a port. */
  static Whole start(Path data, int httpPort) throws IOException, InterruptedException {
    return start(data, Map.of(), httpPort);
  }

  /** The example site with some words of its file replaced. */
  static Whole start(Path data, Map<String, String> changes)
      throws IOException, InterruptedException {
    return start(data, changes, 0);
  }

  private static Whole start(Path data, Map<String, String> changes, int httpPort)
      throws IOException, InterruptedException {
    Catalogue catalogue = Catalogue.shipped();
    ConfigReader reader =
        new ConfigReader(new CatalogueVocabulary(catalogue), name -> Optional.empty());
    Config config = moved(read(reader, data, changes), data, httpPort);
    Server server =
        Server.start(
            new Startup(
                config,
                SystemClock.real(),
                catalogue,
                () -> new Outcome.Valid(config, java.util.List.of())));
    return new Whole(data, server);
  }

  private static Config read(ConfigReader reader, Path data, Map<String, String> changes)
      throws IOException {
    String example = Files.readString(Path.of("..", "wuchang.example.yaml"));
    for (Map.Entry<String, String> change : changes.entrySet()) {
      if (!example.contains(change.getKey())) {
        throw new IllegalArgumentException("the example has no «" + change.getKey() + "»");
      }
      example = example.replace(change.getKey(), change.getValue());
    }
    byte[] bytes = example.getBytes(StandardCharsets.UTF_8);
    return ((Outcome.Valid) reader.read("example", data, bytes)).config();
  }

  private static Config moved(Config config, Path data, int httpPort) {
    return new Config(
        config.site(),
        new BrokerSettings.Embedded("127.0.0.1", 0, Optional.empty(), java.util.List.of()),
        new StorageSettings.Embedded(data.resolve("db"), 0),
        new HttpSettings(
            "127.0.0.1", httpPort, Optional.empty(), Optional.empty(), Optional.empty()),
        data);
  }

  Server server() {
    return server;
  }

  String connection(String key) {
    return connections.getProperty(key);
  }

  Publisher publisher() throws InterruptedException {
    Broker broker =
        Broker.parse(connection("mqtt.url"))
            .withUsername(connection("mqtt.username"))
            .withPassword(connection("mqtt.password"));
    return Publisher.connect(broker, serials -> {}, Duration.ofSeconds(30));
  }

  void publish(String topic, String payload) throws InterruptedException {
    publish(topic, payload.getBytes(StandardCharsets.UTF_8));
  }

  void publish(String topic, byte[] payload) throws InterruptedException {
    try (Publisher publisher = publisher()) {
      publisher.publish(1, topic, payload);
      publisher.drain(Duration.ofSeconds(10));
    }
  }

  /** The body of a GET with the tools' token. */
  String get(String path) throws IOException, InterruptedException {
    return send(request(path).GET()).body();
  }

  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** The first column of the first row. */
  String sql(String query) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                connection("jdbc.url"), connection("jdbc.username"), connection("jdbc.password"));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  Path data() {
    return data;
  }

  @Override
  public void close() {
    server.close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(connection("http.url")).resolve(path))
        .timeout(Duration.ofSeconds(20))
        .header("Authorization", "Bearer " + connection("http.token"));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
