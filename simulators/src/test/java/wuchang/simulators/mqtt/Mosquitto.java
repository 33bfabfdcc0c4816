package wuchang.simulators.mqtt;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Mosquitto of our own on a free port, where it is installed. */
final class Mosquitto implements AutoCloseable {
  private final Path program;
  private final Path configuration;
  private final int port;
  private Process process;

  private Mosquitto(Path program, Path configuration, int port, Process process) {
    this.program = program;
    this.configuration = configuration;
    this.port = port;
    this.process = process;
  }

  /** Where it is installed, if it is. */
  static Optional<Path> installed() {
    Stream<String> path = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"));
    return Stream.concat(path, Stream.of("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/sbin"))
        .map(dir -> Path.of(dir, "mosquitto"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Mosquitto start(Path program, Path dir) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path configuration = dir.resolve("mosquitto.conf");
    Files.write(
        configuration,
        List.of(
            "listener " + port + " 127.0.0.1",
            "allow_anonymous true",
            "persistence false",
            "max_inflight_messages 1000",
            "max_queued_messages 0"));
    return new Mosquitto(program, configuration, port, launch(program, configuration));
  }

  Broker address() {
    return Broker.parse("tcp://127.0.0.1:" + port);
  }

  /** Kills it as a power cut would, and starts it anew on the same port. */
  void killAndRestart() throws IOException {
    close();
    process = launch(program, configuration);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Process launch(Path program, Path configuration) throws IOException {
    return new ProcessBuilder(program.toString(), "-c", configuration.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
