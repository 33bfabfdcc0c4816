package wuchang.app.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import wuchang.app.Server;
import wuchang.app.Startup;
import wuchang.app.SystemClock;
import wuchang.app.cli.CommandFailure;
import wuchang.app.cli.ConfigFile;
import wuchang.app.cli.Ending;
import wuchang.app.cli.ExitCode;
import wuchang.app.cli.Output;
import wuchang.app.config.Config;
import wuchang.app.config.ConfigReader;
import wuchang.rules.catalogue.Catalogue;

/** {@code wuchang serve}: the server. */
@Command(
    name = "serve",
    description = {
      "Takes readings in, judges, stores and tells people, until it is stopped (SIGTERM, Ctrl-C).",
      "Prints «ready URL» on standard output when it does. The first start makes the account",
      "«admin» and prints its one-time password on standard error.",
      ""
    })
public final class ServeCommand implements Callable<Integer> {
  private final ConfigReader reader;
  private final Catalogue catalogue;
  private final SystemClock clock;
  private final Output output;
  private final Ending ending;

  @Mixin private ConfigFile file = new ConfigFile();

  public ServeCommand(
      ConfigReader reader, Catalogue catalogue, SystemClock clock, Output output, Ending ending) {
    this.reader = reader;
    this.catalogue = catalogue;
    this.clock = clock;
    this.output = output;
    this.ending = ending;
  }

  @Override
  public Integer call() throws CommandFailure, InterruptedException {
    Config config = file.load(reader, output);
    Startup startup = new Startup(config, clock, catalogue, () -> reader.read(file.path()));
    try (UntilStopped until = new UntilStopped(ending)) {
      Server server = started(startup, until);
      server
          .firstPassword()
          .ifPresent(
              password -> output.err().println("account admin, one-time password " + password));
      output.out().println("ready " + server.page());
      until.await();
    }
    return ExitCode.DONE;
  }

  private static Server started(Startup startup, UntilStopped until)
      throws CommandFailure, InterruptedException {
    try {
      return until.add("server", Server.start(startup));
    } catch (IOException | RuntimeException e) {
      throw CommandFailure.failed("wuchang serve: " + e.getMessage());
    }
  }
}
