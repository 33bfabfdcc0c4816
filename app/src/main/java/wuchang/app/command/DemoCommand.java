package wuchang.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import wuchang.app.Server;
import wuchang.app.Startup;
import wuchang.app.SystemClock;
import wuchang.app.cli.CommandFailure;
import wuchang.app.cli.Ending;
import wuchang.app.cli.ExitCode;
import wuchang.app.cli.Output;
import wuchang.app.config.Config;
import wuchang.app.config.ConfigReader;
import wuchang.app.config.Outcome;
import wuchang.app.config.yaml.Fault;
import wuchang.rules.catalogue.Catalogue;
import wuchang.simulators.demo.DemoCanteen;
import wuchang.simulators.demo.DemoOptions;
import wuchang.simulators.mqtt.Broker;
import wuchang.simulators.mqtt.Publisher;

/** {@code wuchang demo}: the whole system on embedded parts, with a simulated canteen. */
@Command(
    name = "demo",
    description = {
      "Starts the whole system on embedded parts, with a simulated canteen, until it is stopped.",
      "The first line on standard output is an address that signs you in.",
      "Goes on with the same data when started again.",
      ""
    })
public final class DemoCommand implements Callable<Integer> {
  private static final Duration LINK_IS_GOOD = Duration.ofHours(12);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long NOTE_SECONDS = 10;

  private final ConfigReader reader;
  private final Catalogue catalogue;
  private final Output output;
  private final Ending ending;

  @Option(
      names = "--http-port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "Of the page (default: ${DEFAULT-VALUE}); taken: another is chosen.")
  private int httpPort = 8080;

  @Option(
      names = "--mqtt-port",
      paramLabel = "N",
      defaultValue = "1883",
      description = "Of the broker (default: ${DEFAULT-VALUE}); taken: another is chosen.")
  private int mqttPort = 1883;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data/demo",
      description = "Where everything is kept (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("data/demo");

  @Option(names = "--fresh", description = "Forget what an earlier demo left there.")
  private boolean fresh;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of all that is left to chance (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The system's clock runs so many times as fast (default: ${DEFAULT-VALUE}).")
  private double speed = 1;

  public DemoCommand(ConfigReader reader, Catalogue catalogue, Output output, Ending ending) {
    this.reader = reader;
    this.catalogue = catalogue;
    this.output = output;
    this.ending = ending;
  }

  @Override
  public Integer call() throws CommandFailure, InterruptedException {
    DemoDirectory directory = new DemoDirectory(data);
    DemoOptions options = options(directory);
    try (UntilStopped until = new UntilStopped(ending)) {
      if (fresh) {
        directory.clear();
      }
      directory.prepare();
      run(directory, options, until);
      until.await();
    } catch (IOException | IllegalStateException e) {
      throw CommandFailure.failed("wuchang demo: " + e.getMessage());
    }
    return ExitCode.DONE;
  }

  private DemoOptions options(DemoDirectory directory) throws CommandFailure {
    try {
      return new DemoOptions(seed, speed, Optional.of(directory.notebook()));
    } catch (IllegalArgumentException e) {
      throw CommandFailure.wrongUse("wuchang demo: " + e.getMessage());
    }
  }

  private void run(DemoDirectory directory, DemoOptions options, UntilStopped until)
      throws IOException, CommandFailure, InterruptedException {
    Config config = directory.moved(configuration(directory), httpPort, mqttPort);
    SystemClock clock = SystemClock.running(speed, directory.reached());
    noteTime(directory, clock, until);
    Startup startup = new Startup(config, clock, catalogue, () -> again(directory, config));
    Server server = until.add("server", Server.start(startup));
    output.out().println(server.signInLink(LINK_IS_GOOD));
    sayPorts(server);
    Server.Tools tools = server.tools();
    Broker broker =
        Broker.parse(tools.brokerUrl())
            .withUsername(tools.username())
            .withPassword(tools.password());
    Publisher publisher =
        until.add("publisher", Publisher.connect(broker, serials -> {}, PATIENCE));
    DemoCanteen canteen =
        until.add("canteen", DemoCanteen.publishing(config.site(), publisher, clock, options));
    canteen.start();
    output.out().println("listening " + server.page() + " " + tools.brokerUrl());
  }

  private void sayPorts(Server server) {
    if (server.page().getPort() != httpPort) {
      output.err().println("port " + httpPort + " is taken; the page is at " + server.page());
    }
    String broker = server.tools().brokerUrl();
    if (!broker.endsWith(":" + mqttPort)) {
      output.err().println("port " + mqttPort + " is taken; the broker is at " + broker);
    }
  }

  private Config configuration(DemoDirectory directory) throws CommandFailure {
    Outcome outcome = reader.read(directory.configuration());
    if (outcome instanceof Outcome.Invalid invalid) {
      throw CommandFailure.invalid(invalid.faults().stream().map(Fault::toString).toList());
    }
    return ((Outcome.Valid) outcome).config();
  }

  /** The file read anew, on the ports that are in use. */
  private Outcome again(DemoDirectory directory, Config running) {
    Outcome outcome = reader.read(directory.configuration());
    return outcome.match(
        valid ->
            new Outcome.Valid(
                new Config(
                    valid.config().site(),
                    running.broker(),
                    running.storage(),
                    running.http(),
                    running.data()),
                valid.warnings()),
        invalid -> invalid);
  }

  private static void noteTime(DemoDirectory directory, SystemClock clock, UntilStopped until) {
    ScheduledExecutorService notes =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "demo-clock");
              thread.setDaemon(true);
              return thread;
            });
    notes.scheduleAtFixedRate(
        () -> directory.reached(clock.instant()), NOTE_SECONDS, NOTE_SECONDS, TimeUnit.SECONDS);
    until.add(
        "clock",
        () -> {
          notes.shutdownNow();
          directory.reached(clock.instant());
        });
  }
}
