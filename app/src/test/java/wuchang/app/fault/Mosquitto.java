package wuchang.app.fault;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A Mosquitto of this machine, under the configuration that comes with Wuchang. */
final class Mosquitto implements AutoCloseable {
  static final String USER = "wuchang";
  static final String PASSWORD = "of-no-use-elsewhere";
  private static final List<Path> PLACES =
      List.of(Path.of("/usr/sbin/mosquitto"), Path.of("/opt/homebrew/sbin/mosquitto"));

  private final Path directory;
  private final int port;
  private Process process;

  private Mosquitto(Path directory, int port) throws IOException {
    this.directory = directory;
    this.port = port;
    this.process = run();
  }

  static Optional<Path> installed() {
    return PLACES.stream().filter(Files::isExecutable).findFirst();
  }

  static Mosquitto start(Path directory) throws Exception {
    int port = Canteen.freePort();
    Files.createDirectories(directory);
    Path passwords = directory.resolve("passwd");
    Files.writeString(passwords, USER + ":" + PASSWORD + "\n");
    Files.writeString(directory.resolve("acl"), "user " + USER + "\ntopic readwrite #\n");
    new ProcessBuilder("mosquitto_passwd", "-U", passwords.toString()).start().waitFor();
    String shipped = Files.readString(Path.of("..", "deploy", "mosquitto.conf"));
    // The listener for the outside is tried by StackTest; here nobody comes by TLS.
    String own =
        shipped
            .replaceAll("(?m)^(listener 8883|certfile|keyfile|tls_version).*\n", "")
            .replace("listener 1883", "listener " + port + " 127.0.0.1")
            .replace("/mosquitto/data/", directory + "/");
    Files.writeString(directory.resolve("mosquitto.conf"), own + "\n" + ownUser());
    return new Mosquitto(directory, port).awaitOpen();
  }

  String url() {
    return "tcp://127.0.0.1:" + port;
  }

  /** With SIGTERM, upon which it saves what it holds. */
  void stop() {
    Wuchang.end(process);
  }

  void startAgain() throws IOException {
    process = run();
    awaitOpen();
  }

  @Override
  public void close() {
    stop();
  }

  // Started by root it would become another user, who cannot write here.
  private static String ownUser() {
    return Stream.of("root").anyMatch(System.getProperty("user.name")::equals) ? "user root\n" : "";
  }

  private Process run() throws IOException {
    return new ProcessBuilder(
            installed().orElseThrow().toString(), "-c", directory.resolve("mosquitto.conf") + "")
        .redirectErrorStream(true)
        .redirectOutput(
            ProcessBuilder.Redirect.appendTo(directory.resolve("mosquitto.log").toFile()))
        .start();
  }

  private Mosquitto awaitOpen() {
    await()
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptions()
        .until(
            () -> {
              try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
              }
            });
    return this;
  }
}
