package wuchang.app.deploy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The files under {@code deploy}, and programs of this machine that can read them. */
final class Shipped {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  static final Path DEPLOY = ROOT.resolve("deploy");

  private Shipped() {}

  static String read(String name) throws IOException {
    return Files.readString(DEPLOY.resolve(name));
  }

  /** What became of a program, and all that it printed. */
  record Ran(int exit, String output) {}

  static Ran run(Map<String, String> environment, String... words)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(new ArrayList<>(List.of(words))).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException(String.join(" ", words) + " does not end");
    }
    return new Ran(process.exitValue(), output);
  }

  /** Makes the secrets in a directory, as {@code deploy/prepare} does before the first start. */
  static Ran prepare(Path secrets, String... words) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(DEPLOY.resolve("prepare").toString()));
    all.addAll(List.of(words));
    return run(Map.of("WUCHANG_SECRETS", secrets.toString()), all.toArray(String[]::new));
  }

  static Optional<Path> installed(String program) {
    return Stream.concat(
            Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin", "/usr/local/sbin"))
        .map(directory -> Path.of(directory, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Asks it to end, and sees to it. */
  static void end(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
