package wuchang.embedded.broker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import wuchang.domain.SiteId;

/** A broker in a process of its own, so that it can be killed. */
final class BrokerProcess implements AutoCloseable {
  private final Process process;
  private final int port;

  private BrokerProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static BrokerConfig config(Path directory) {
    return BrokerConfig.loopback(
            0,
            directory,
            SiteId.of("east"),
            List.of(BrokerUser.server("server", "s"), BrokerUser.publisher("site", "p")))
        .withStanding(new StandingSubscription("srv", List.of("wuchang/east/+/telemetry")));
  }

  static BrokerProcess start(Path directory) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                BrokerProcess.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String port = out.readLine();
    if (port == null) {
      throw new IOException("the broker's process ended with " + process.exitValue());
    }
    return new BrokerProcess(process, Integer.parseInt(port));
  }

  int port() {
    return port;
  }

  /** SIGKILL: nothing in the process gets a last word. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  public static void main(String[] args) throws Exception {
    EmbeddedBroker broker = EmbeddedBroker.start(config(Path.of(args[0])));
    System.out.println(broker.port());
    System.in.read(); // until the parent is gone
    broker.close();
  }
}
