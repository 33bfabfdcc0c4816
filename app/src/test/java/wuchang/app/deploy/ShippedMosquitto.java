package wuchang.app.deploy;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A Mosquitto of this machine under the shipped configuration: only its paths and ports are other
 * ones, and it listens on loopback.
 */
final class ShippedMosquitto implements AutoCloseable {
  private final int plainPort;
  private final int tlsPort;
  private final Process process;

  private ShippedMosquitto(Path secrets, Path home) throws IOException, InterruptedException {
    this.plainPort = Shipped.freePort();
    this.tlsPort = Shipped.freePort();
    Files.createDirectories(home);
    // What the container's command does before it becomes the broker.
    Files.copy(secrets.resolve("mqtt-users"), home.resolve("passwd"));
    Files.copy(secrets.resolve("mqtt-acl"), home.resolve("acl"));
    Shipped.run(Map.of(), "mosquitto_passwd", "-U", home.resolve("passwd").toString());
    Path configuration = home.resolve("mosquitto.conf");
    Files.writeString(configuration, moved(secrets, home));
    this.process =
        new ProcessBuilder(
                Shipped.installed("mosquitto").orElseThrow().toString(),
                "-c",
                configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("mosquitto.log").toFile())
            .start();
  }

  static ShippedMosquitto start(Path secrets, Path home) throws IOException, InterruptedException {
    ShippedMosquitto mosquitto = new ShippedMosquitto(secrets, home);
    await()
        .atMost(Duration.ofSeconds(20))
        .failFast("see " + home.resolve("mosquitto.log"), () -> !mosquitto.process.isAlive())
        .ignoreExceptions()
        .until(
            () -> {
              try (Socket socket =
                  new Socket(InetAddress.getLoopbackAddress(), mosquitto.plainPort)) {
                return socket.isConnected();
              }
            });
    return mosquitto;
  }

  String plainUrl() {
    return "tcp://127.0.0.1:" + plainPort;
  }

  String tlsUrl() {
    return "ssl://127.0.0.1:" + tlsPort;
  }

  int tlsPort() {
    return tlsPort;
  }

  @Override
  public void close() {
    Shipped.end(process);
  }

  private String moved(Path secrets, Path home) throws IOException {
    String shipped =
        Shipped.read("mosquitto.conf")
            .replace("listener 8883", "listener " + tlsPort + " 127.0.0.1")
            .replace("listener 1883", "listener " + plainPort + " 127.0.0.1")
            .replace("/mosquitto/secrets/", secrets + "/")
            .replace("/mosquitto/data/", home + "/");
    // Started by root it would become another user, who cannot read here.
    return System.getProperty("user.name").equals("root") ? shipped + "user root\n" : shipped;
  }
}
