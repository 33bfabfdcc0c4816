package wuchang.app.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.app.Closing;
import wuchang.app.command.RulesDirectory;
import wuchang.domain.journal.History;
import wuchang.embedded.postgres.EmbeddedPostgres;
import wuchang.simulators.mqtt.Broker;
import wuchang.store.Database;
import wuchang.store.DatabaseAddress;
import wuchang.store.JdbcHistory;

/**
 * All that takes part in taking readings in, each in a process of its own: Mosquitto if it is
 * installed (else the server's embedded broker), the server, and an embedded PostgreSQL.
 */
final class IngestStand implements AutoCloseable {
  private static final int READY_SECONDS = 120;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Closing parts = new Closing();
  private final Path directory;
  private final Optional<MosquittoBroker> mosquitto;
  private final EmbeddedPostgres postgres;
  private final Database database;
  private final Running server;

  private IngestStand(Path directory, String things, String channels)
      throws IOException, InterruptedException {
    this.directory = directory;
    try {
      Optional<Path> program = MosquittoBroker.installed();
      mosquitto =
          program.isPresent()
              ? Optional.of(MosquittoBroker.start(program.get(), directory))
              : Optional.empty();
      mosquitto.ifPresent(broker -> parts.add("mosquitto", broker.running()));
      postgres = parts.add("database", EmbeddedPostgres.start(directory.resolve("db"), 0));
      database = parts.add("connections", new Database(address(), new SimpleMeterRegistry()));
      Path site =
          Files.writeString(directory.resolve("wuchang.yaml"), configuration(things, channels));
      Path rules = HerdRules.write(directory.resolve("rules"));
      server =
          parts.add(
              "server",
              Running.wuchang(
                  directory,
                  "serve",
                  List.of("serve", "--config", site.toString()),
                  Map.of(RulesDirectory.VARIABLE, rules.toString())));
      server.await("the server", READY_SECONDS, () -> server.said().contains("ready http"));
    } catch (IOException | InterruptedException | RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  /** Starts it all in a directory; devices are {@code m-0}, {@code m-1}, …, and a {@code probe}. */
  static IngestStand start(Path directory, int devices) throws IOException, InterruptedException {
    return new IngestStand(
        directory, fridges(devices), "  - {id: log, kind: log, severities: [critical]}\n");
  }

  /** As above, with gates {@code gate-0}, … and a webhook that is told of what pages. */
  static IngestStand start(Path directory, int devices, int gates, URI hook)
      throws IOException, InterruptedException {
    StringBuilder things = new StringBuilder(fridges(devices));
    for (int gate = 0; gate < gates; gate++) {
      things.append("  - {id: gate-").append(gate).append(", area: kitchen, kind: access-gate}\n");
    }
    String channel =
        "  - {id: hook, kind: webhook, url: \"" + hook + "\", severities: [major, critical]}\n";
    return new IngestStand(directory, things.toString(), channel);
  }

  /** What every process has taken of the machine so far. */
  IngestResult.Split split() throws IOException {
    return new IngestResult.Split(
        mosquitto.map(broker -> Usage.of(broker.running().pid(), false)).orElse(new Usage(0, 0)),
        Usage.of(server.pid(), false),
        Usage.ofDatabase(postgres.dataDirectory()),
        new Usage(Machine.cpuSeconds(), Machine.peakMegabytes().orElse(0.0)));
  }

  /** What the broker is, for the table. */
  String brokerName() throws IOException {
    return mosquitto.isPresent()
        ? MosquittoBroker.version(MosquittoBroker.installed().orElseThrow())
        : "embedded, in the server's process";
  }

  Broker broker() throws IOException {
    return Broker.parse(connection("mqtt.url"))
        .withUsername(connection("mqtt.username"))
        .withPassword(connection("mqtt.password"));
  }

  History history() {
    return new JdbcHistory(database);
  }

  /** How many readings the server says it has stored. */
  long stored() throws IOException, InterruptedException {
    return metric("wuchang_readings_stored_total");
  }

  /** How often the server's rules have looked at a reading. */
  long looks() throws IOException, InterruptedException {
    return metric("wuchang_rule_evaluations_total");
  }

  /** How many readings in the journal the rules have not seen. */
  long unjudged() throws IOException, InterruptedException {
    return metric("wuchang_journal_lag_readings{reader=\"rules\"");
  }

  private long metric(String name) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(connection("http.url")).resolve("/metrics"))
            .header("Authorization", "Bearer " + connection("http.token"))
            .build();
    String said = HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    return said.lines()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow(() -> new IOException("/metrics does not tell " + name));
  }

  @Override
  public void close() {
    parts.close();
  }

  private DatabaseAddress address() {
    return new DatabaseAddress(
        postgres.jdbcUrl(),
        postgres.username(),
        postgres.password(),
        Optional.of(postgres.dataDirectory()));
  }

  private String connection(String key) throws IOException {
    return Running.connection(directory.resolve("data"), key);
  }

  private String configuration(String things, String channels) {
    StringBuilder yaml = new StringBuilder("site: {id: bench, profile: CN}\n");
    yaml.append("data: data\nhttp: {host: 127.0.0.1, port: 0}\n");
    yaml.append("broker: ").append(brokerSection()).append('\n');
    yaml.append("storage: {url: \"").append(postgres.jdbcUrl());
    yaml.append("\", username: ").append(postgres.username());
    yaml.append(", password: \"").append(postgres.password()).append("\"}\n");
    yaml.append("channels:\n").append(channels);
    yaml.append("areas: [{id: kitchen, food: true}]\ndevices:\n");
    yaml.append(things);
    return yaml.toString();
  }

  /** The devices that publish a load, as they stand in a configuration. */
  static String site(int devices) {
    return "site: {id: bench, profile: CN}\nareas: [{id: kitchen, food: true}]\ndevices:\n"
        + fridges(devices);
  }

  private static String fridges(int devices) {
    StringBuilder yaml =
        new StringBuilder("  - {id: probe, area: kitchen, kind: fridge, interval: 1s}\n");
    for (int device = 0; device < devices; device++) {
      yaml.append("  - {id: m-").append(device);
      yaml.append(", area: kitchen, kind: fridge, interval: 1s}\n");
    }
    return yaml.toString();
  }

  private String brokerSection() {
    return mosquitto
        .map(
            broker ->
                "{url: \"tcp://127.0.0.1:%d\", username: %s, password: %s}"
                    .formatted(broker.port(), MosquittoBroker.USER, MosquittoBroker.PASSWORD))
        .orElse("{embedded: {host: 127.0.0.1, port: 0}}");
  }
}
