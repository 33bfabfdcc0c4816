package wuchang.app.fault;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The configuration of a site of fridges, and of one device that may babble, in a directory of its
 * own, on ports that are free.
 *
 * @param gates how many gates there are besides
 * @param channel how people are told
 */
record Canteen(
    Path home, int devices, String broker, String storage, Path data, int gates, String channel) {
  private static final String LOG = "{id: log, kind: log, severities: [critical]}";

  /** On embedded parts. */
  static Canteen embedded(Path home, int devices) throws IOException {
    return new Canteen(
        home, devices, embeddedBroker(), embeddedStorage(home), home.resolve("data"), 0, LOG);
  }

  static String embeddedBroker() throws IOException {
    return "{embedded: {host: 127.0.0.1, port: " + freePort() + "}}";
  }

  static String embeddedStorage(Path home) {
    return "{embedded: {dir: \"" + home.resolve("db") + "\", port: 0}}";
  }

  Canteen withData(Path elsewhere) {
    return new Canteen(home, devices, broker, storage, elsewhere, gates, channel);
  }

  Canteen withBroker(String other) {
    return new Canteen(home, devices, other, storage, data, gates, channel);
  }

  Canteen withStorage(String other) {
    return new Canteen(home, devices, broker, other, data, gates, channel);
  }

  Canteen withGates(int many, String told) {
    return new Canteen(home, devices, broker, storage, data, many, told);
  }

  /** Writes it down; the file. */
  Path configuration() throws IOException {
    StringBuilder yaml = new StringBuilder();
    yaml.append("site: {id: east, name: East, timezone: Asia/Shanghai}\n");
    yaml.append("broker: ").append(broker).append('\n');
    yaml.append("storage: ").append(storage).append('\n');
    yaml.append("http: {host: 127.0.0.1, port: ").append(freePort()).append("}\n");
    yaml.append("data: \"").append(data).append("\"\n");
    yaml.append("channels:\n  - ").append(channel).append('\n');
    yaml.append("areas:\n  - {id: cold-room, name: Cold room, food: true}\n");
    yaml.append("devices:\n");
    for (int i = 1; i <= devices; i++) {
      yaml.append("  - {id: fridge-").append(i);
      yaml.append(", kind: fridge, area: cold-room, interval: 60s}\n");
    }
    for (int i = 1; i <= gates; i++) {
      yaml.append("  - {id: gate-").append(i).append(", kind: access-gate, area: cold-room}\n");
    }
    yaml.append("  - {id: babbler, kind: access-gate, area: cold-room}\n");
    Files.createDirectories(home);
    return Files.writeString(home.resolve("wuchang.yaml"), yaml);
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
