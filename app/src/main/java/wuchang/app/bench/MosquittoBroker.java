package wuchang.app.bench;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Mosquitto of this machine: a thousand messages under way, queues that hold a burst, a password,
 * and persistence that saves every five minutes, which is what lets it take tens of thousands of
 * messages a second.
 */
record MosquittoBroker(Running running, int port) {
  static final String USER = "wuchang";
  static final String PASSWORD = "of-no-use-elsewhere";

  private static final String SETTINGS =
      """
      listener %d 127.0.0.1
      allow_anonymous false
      password_file %s/passwd
      persistence true
      persistence_location %s/
      autosave_interval 300
      max_inflight_messages 1000
      max_queued_messages 1000000
      max_queued_bytes 1073741824
      persistent_client_expiration 1d
      """;

  /** The program, where it is on the path or among the system's own. */
  static Optional<Path> installed() {
    String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
    return Stream.of(path.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, "mosquitto"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static MosquittoBroker start(Path program, Path directory)
      throws IOException, InterruptedException {
    int port = freePort();
    Path passwords = directory.resolve("passwd");
    Files.writeString(passwords, USER + ":" + PASSWORD + "\n");
    new ProcessBuilder("mosquitto_passwd", "-U", passwords.toString()).start().waitFor();
    // Started by root it would become another user, who cannot write here.
    String user = "root".equals(System.getProperty("user.name")) ? "user root\n" : "";
    Path settings = directory.resolve("mosquitto.conf");
    Files.writeString(settings, user + SETTINGS.formatted(port, directory, directory));
    Running running =
        Running.start(
            directory, "mosquitto", List.of(program.toString(), "-c", settings.toString()));
    running.await("mosquitto", 20, () -> isOpen(port));
    return new MosquittoBroker(running, port);
  }

  /** What it calls itself. */
  static String version(Path program) throws IOException {
    try (var said = new ProcessBuilder(program.toString(), "-h").start().inputReader()) {
      return Optional.ofNullable(said.readLine()).orElse("mosquitto");
    }
  }

  private static boolean isOpen(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
