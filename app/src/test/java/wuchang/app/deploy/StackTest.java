package wuchang.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wuchang.app.Server;
import wuchang.app.Startup;
import wuchang.app.SystemClock;
import wuchang.app.cli.JavaCommand;
import wuchang.app.command.CatalogueVocabulary;
import wuchang.app.config.Config;
import wuchang.app.config.ConfigReader;
import wuchang.app.config.Outcome;
import wuchang.rules.catalogue.Catalogue;

/**
 * The shipped configurations of Mosquitto, Prometheus and Wuchang side by side, and a simulated
 * site that publishes over TLS with a password. Of the containers only their programs are tried:
 * the database is the embedded one, for TimescaleDB comes as an image.
 */
class StackTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path home;
  private Path secrets;

  @Test
  void an_alert_its_metric_and_its_rows_are_there() throws Exception {
    for (String program : List.of("mosquitto", "mosquitto_passwd", "prometheus", "openssl")) {
      assumeTrue(Shipped.installed(program).isPresent(), program + " is not installed");
    }
    secrets = home.resolve("secrets");
    assertThat(Shipped.prepare(secrets).exit()).isZero();

    try (ShippedMosquitto mosquitto = ShippedMosquitto.start(secrets, home.resolve("broker"));
        Server server = server(mosquitto);
        ShippedPrometheus prometheus =
            ShippedPrometheus.start(
                secrets, server.page().getAuthority(), home.resolve("metrics"))) {
      Process simulator = simulator(mosquitto);
      try {
        await().atMost(PATIENCE).until(() -> alerts().contains("\"rule\":\"GAT-02\""));
        await()
            .atMost(PATIENCE)
            .until(() -> prometheus.value("wuchang_alerts_open{severity=\"critical\"}") >= 1);
        await().atMost(PATIENCE).until(() -> count("readings WHERE device = 'fridge-1'") > 0);
        await().atMost(PATIENCE).until(() -> count("alerts WHERE rule = 'GAT-02'") == 1);
        await().atMost(PATIENCE).until(() -> prometheus.value("up{job=\"wuchang\"}") == 1);
        // One scrape that was late makes it pending for a moment; it takes minutes to fire.
        String down = "ALERTS{alertname=\"WuchangDown\",alertstate=\"firing\"}";
        assertThat(prometheus.value("count(" + down + ") or vector(0)")).isZero();
        await().atMost(PATIENCE).until(() -> !health(prometheus).contains("unknown"));
        assertThat(health(prometheus)).isNotEmpty().containsOnly("ok");
        assertThat(ShippedPromql.ofDashboards()).hasSizeGreaterThan(20);
        await().atMost(PATIENCE).until(() -> unanswered(prometheus), List::isEmpty);
      } finally {
        Shipped.end(simulator);
      }
    }
  }

  @Test
  void a_device_may_publish_under_its_own_name_only() throws Exception {
    assumeTrue(Shipped.installed("mosquitto_pub").isPresent(), "mosquitto_pub is not installed");
    assumeTrue(Shipped.installed("mosquitto").isPresent(), "mosquitto is not installed");
    secrets = home.resolve("secrets");
    Shipped.prepare(secrets);
    String password = Shipped.prepare(secrets, "--user", "fridge-1").output().split(" ")[1].strip();

    try (ShippedMosquitto mosquitto = ShippedMosquitto.start(secrets, home.resolve("broker"))) {
      assertThat(publishes(mosquitto, "fridge-1", password, "wuchang/east/fridge-1/telemetry"))
          .isEmpty();
      // MQTT 5 says so to the publisher; with 3.1.1 the broker drops it in silence.
      assertThat(publishes(mosquitto, "fridge-1", password, "wuchang/east/fridge-2/telemetry"))
          .containsIgnoringCase("not authorized");
      assertThat(publishes(mosquitto, "fridge-1", "guess", "wuchang/east/fridge-1/telemetry"))
          .containsIgnoringCase("not authorized");
    }
  }

  /** What the dashboards ask, and nothing answers. */
  private static List<String> unanswered(ShippedPrometheus prometheus) throws Exception {
    List<String> unanswered = new ArrayList<>();
    for (String expression : ShippedPromql.ofDashboards()) {
      if (Double.isNaN(prometheus.value("count(" + expression + ")"))) {
        unanswered.add(expression);
      }
    }
    return unanswered;
  }

  /** What Prometheus makes of each shipped rule. */
  private static Set<String> health(ShippedPrometheus prometheus) throws Exception {
    return Set.copyOf(prometheus.get("/api/v1/rules").findValuesAsText("health"));
  }

  private String publishes(ShippedMosquitto mosquitto, String user, String password, String topic)
      throws Exception {
    return Shipped.run(
            Map.of(),
            "mosquitto_pub",
            "-V",
            "mqttv5",
            "-h",
            "127.0.0.1",
            "-p",
            mosquitto.tlsPort() + "",
            "--cafile",
            secrets.resolve("ca.pem").toString(),
            "-u",
            user,
            "-P",
            password,
            "-q",
            "1",
            "-t",
            topic,
            "-m",
            "{\"temperature\":4}")
        .output();
  }

  private Server server(ShippedMosquitto mosquitto) throws Exception {
    String yaml =
        Shipped.read("wuchang.yaml")
            .replace("tcp://mosquitto:1883", mosquitto.plainUrl())
            .replace("/run/secrets/", secrets + "/")
            .replaceFirst("(?s)storage:.*?\nhttp", "storage: {embedded: {dir: db, port: 0}}\nhttp")
            .replace("host: 0.0.0.0, port: 8080", "host: 127.0.0.1, port: 0")
            .replace("/var/lib/wuchang", home.resolve("data").toString());
    Catalogue catalogue = Catalogue.shipped();
    ConfigReader reader =
        new ConfigReader(new CatalogueVocabulary(catalogue), name -> Optional.empty());
    Outcome read = reader.read("wuchang.yaml", home, yaml.getBytes(StandardCharsets.UTF_8));
    assertThat(read).isInstanceOf(Outcome.Valid.class);
    Config config = ((Outcome.Valid) read).config();
    return Server.start(new Startup(config, SystemClock.real(), catalogue, () -> read));
  }

  private Process simulator(ShippedMosquitto mosquitto) throws Exception {
    List<String> command = new ArrayList<>(JavaCommand.start());
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), "wuchang.app.Main", "simulate"));
    command.add("--scenario=" + Path.of("src/test/resources/site-to-try.yaml").toAbsolutePath());
    command.addAll(List.of("--broker=" + mosquitto.tlsUrl(), "--username=simulator"));
    command.add("--password-file=" + secrets.resolve("mqtt-simulator"));
    command.add("--ca=" + secrets.resolve("ca.pem"));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(home.resolve("simulator.log").toFile())
        .start();
  }

  private Properties connections() throws Exception {
    Properties connections = new Properties();
    Path file = home.resolve("data/connections.properties");
    connections.load(new StringReader(Files.readString(file)));
    return connections;
  }

  private String alerts() throws Exception {
    Properties connections = connections();
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(connections.getProperty("http.url")).resolve("/api/v1/alerts"))
            .header("Authorization", "Bearer " + connections.getProperty("http.token"))
            .build();
    HttpClient http = HttpClient.newHttpClient();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private long count(String from) throws Exception {
    Properties connections = connections();
    try (Connection connection =
            DriverManager.getConnection(
                connections.getProperty("jdbc.url"),
                connections.getProperty("jdbc.username"),
                connections.getProperty("jdbc.password"));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM wuchang." + from)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
