package wuchang.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wuchang.app.Ports;
import wuchang.app.cli.CommandFailure;
import wuchang.app.config.BrokerSettings;
import wuchang.app.config.Config;
import wuchang.app.config.HttpSettings;
import wuchang.app.config.StorageSettings;

/** The directory of a demonstration: its configuration, all it keeps, and how far it has come. */
record DemoDirectory(Path path) {
  private static final String LOOPBACK = "127.0.0.1";
  private static final String EXAMPLE = "/wuchang.example.yaml";
  private static final String MARK = "demo.wuchang";

  /** Makes the directory with the example configuration in it, unless that is there. */
  void prepare() throws IOException {
    Files.createDirectories(path);
    if (Files.notExists(mark())) {
      Files.createFile(mark());
    }
    if (Files.notExists(configuration())) {
      try (InputStream example = DemoDirectory.class.getResourceAsStream(EXAMPLE)) {
        if (example == null) {
          throw new IOException(EXAMPLE + " is not in the jar");
        }
        Files.copy(example, configuration());
      }
    }
  }

  /**
   * Deletes all of it.
   *
   * @throws CommandFailure when it is no directory of a demonstration: nothing else is ever deleted
   */
  void clear() throws IOException, CommandFailure {
    if (Files.notExists(path)) {
      return;
    }
    if (Files.notExists(mark())) {
      throw CommandFailure.failed(
          "wuchang demo: " + path + " is not the directory of a demo; it is left as it is");
    }
    try (Stream<Path> all = Files.walk(path)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  Path configuration() {
    return path.resolve("wuchang.yaml");
  }

  Path notebook() {
    return path.resolve("simulated-canteen.properties");
  }

  /** The configuration of the file with everything of its own in this directory and on loopback. */
  Config moved(Config config, int httpPort, int mqttPort) {
    List<BrokerSettings.BrokerUser> users =
        config.broker() instanceof BrokerSettings.Embedded embedded ? embedded.users() : List.of();
    return new Config(
        config.site(),
        new BrokerSettings.Embedded(
            LOOPBACK, Ports.freeOr0(LOOPBACK, mqttPort), Optional.empty(), users),
        new StorageSettings.Embedded(path.resolve("db").toAbsolutePath(), 0),
        new HttpSettings(
            LOOPBACK,
            Ports.freeOr0(LOOPBACK, httpPort),
            Optional.empty(),
            Optional.empty(),
            config.http().metricsToken()),
        path.toAbsolutePath());
  }

  /** How far its clock had come when it last ran. */
  Instant reached() {
    try {
      return Instant.parse(Files.readString(clock()).strip());
    } catch (IOException | DateTimeParseException e) {
      return Instant.MIN;
    }
  }

  void reached(Instant now) {
    try {
      Files.writeString(clock(), now.toString());
    } catch (IOException e) {
      // Only a demo at speed needs it, and the next note is seconds away.
    }
  }

  private Path clock() {
    return path.resolve("clock");
  }

  private Path mark() {
    return path.resolve(MARK);
  }
}
