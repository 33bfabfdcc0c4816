package wuchang.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import wuchang.app.StoredHistory;
import wuchang.app.cli.CommandFailure;
import wuchang.app.cli.ConfigFile;
import wuchang.app.cli.ExitCode;
import wuchang.app.cli.Output;
import wuchang.app.config.Config;
import wuchang.app.config.ConfigReader;
import wuchang.app.safekeeping.Backup;
import wuchang.domain.journal.History.StoreUnavailable;

/** {@code wuchang backup}: everything that is kept, in one file. */
@Command(
    name = "backup",
    description = {
      "Copies all that Wuchang keeps into one file, while the server runs or not.",
      "It is a ZIP of CSV, SQLite and the configuration, and takes the place of an older one of",
      "that name when it is whole. It holds hashes of passwords and the installation's own",
      "secrets: keep it safe.",
      ""
    })
public final class BackupCommand implements Callable<Integer> {
  private final ConfigReader reader;
  private final InstantSource clock;
  private final Output output;

  @Mixin private ConfigFile own = new ConfigFile();

  @Option(names = "--file", paramLabel = "FILE", required = true, description = "The backup.")
  private Path file = Path.of("");

  public BackupCommand(ConfigReader reader, InstantSource clock, Output output) {
    this.reader = reader;
    this.clock = clock;
    this.output = output;
  }

  @Override
  public Integer call() throws CommandFailure {
    Config config = own.load(reader, output);
    ResultFile.check("--file", file);
    try (StoredHistory store = StoredHistory.open(config)) {
      Backup backup = new Backup(config, own.path(), reader.beside(own.path()), store.database());
      backup
          .elsewhere()
          .forEach(
              named ->
                  output
                      .err()
                      .println("warning: not in the backup, as it lies elsewhere: " + named));
      backup.into(file, clock.instant(), Terminal.progress("parts"));
      output
          .out()
          .println(file + ": site " + config.site().id() + ", " + Files.size(file) + " bytes");
      return ExitCode.DONE;
    } catch (IOException | UncheckedIOException | StoreUnavailable e) {
      throw CommandFailure.failed("wuchang backup: " + e.getMessage());
    }
  }
}
