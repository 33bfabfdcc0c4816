package wuchang.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import wuchang.app.cli.CommandFailure;
import wuchang.simulators.mqtt.Broker;

/** {@code --broker} and what goes with it, to be mixed into commands. */
final class BrokerOptions {
  @Option(
      names = "--broker",
      required = true,
      paramLabel = "URL",
      description = "tcp://[user:password@]host:port or ssl://…")
  private String url = "";

  @Option(names = "--username", paramLabel = "NAME", description = "In place of one in the URL.")
  private String username = "";

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "A file with the password; in place of one in the URL.")
  private Path passwordFile = Path.of("");

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "The authority (PEM) that signed the broker's certificate.")
  private Path ca = Path.of("");

  Broker broker() throws CommandFailure {
    try {
      Broker broker = Broker.parse(url);
      broker = username.isEmpty() ? broker : broker.withUsername(username);
      broker = isGiven(passwordFile) ? broker.withPassword(password()) : broker;
      return isGiven(ca) ? broker.withCa(ca) : broker;
    } catch (IllegalArgumentException e) {
      throw CommandFailure.wrongUse("--broker: " + e.getMessage());
    }
  }

  private String password() throws CommandFailure {
    try {
      return Files.readString(passwordFile).strip();
    } catch (IOException e) {
      throw CommandFailure.wrongUse("--password-file " + passwordFile + " cannot be read: " + e);
    }
  }

  private static boolean isGiven(Path path) {
    return !path.toString().isEmpty();
  }
}
