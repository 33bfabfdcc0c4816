package wuchang.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
import wuchang.app.safekeeping.BackupFile;
import wuchang.app.safekeeping.BackupUnusable;
import wuchang.app.safekeeping.Restore;
import wuchang.domain.journal.History.StoreUnavailable;

/** {@code wuchang restore}: the way back from a backup. */
@Command(
    name = "restore",
    description = {
      "Puts a backup where the configuration says; that must be empty, nothing is overwritten.",
      "The whole backup is checked first. Where there is no configuration yet, the one in the",
      "backup is written there, with the files that it names.",
      ""
    })
public final class RestoreCommand implements Callable<Integer> {
  private final ConfigReader reader;
  private final Output output;

  @Mixin private ConfigFile own = new ConfigFile();

  @Option(names = "--file", paramLabel = "FILE", required = true, description = "The backup.")
  private Path file = Path.of("");

  public RestoreCommand(ConfigReader reader, Output output) {
    this.reader = reader;
    this.output = output;
  }

  @Override
  public Integer call() throws CommandFailure {
    try (BackupFile backup = BackupFile.open(file)) {
      if (!Files.exists(own.path())) {
        Restore.configuration(backup, own.path())
            .forEach(written -> output.err().println("written: " + written));
      }
      Config config = own.load(reader, output);
      restore(config, new Restore(config, backup));
      output.out().println("site " + backup.site() + " as of " + backup.madeAt());
      return ExitCode.DONE;
    } catch (BackupUnusable e) {
      throw CommandFailure.invalid(List.of("wuchang restore: " + e.getMessage()));
    } catch (IOException e) {
      throw CommandFailure.failed("wuchang restore: " + e.getMessage());
    }
  }

  private static void restore(Config config, Restore restore)
      throws CommandFailure, BackupUnusable, IOException {
    Optional<Path> obstacle = restore.obstacle();
    if (obstacle.isPresent()) {
      throw CommandFailure.failed(
          "wuchang restore: " + obstacle.get() + " is there already; nothing is overwritten");
    }
    try (StoredHistory store = StoredHistory.empty(config)) {
      restore.run(store.database(), Terminal.progress("parts"));
    } catch (IOException | RuntimeException | CommandFailure e) {
      restore.undo();
      throw failure(e);
    }
  }

  private static CommandFailure failure(Exception e) {
    if (e instanceof CommandFailure known) {
      return known;
    }
    boolean expected =
        e instanceof IOException
            || e instanceof UncheckedIOException
            || e instanceof StoreUnavailable
            || e instanceof IllegalStateException;
    if (!expected) {
      throw (RuntimeException) e;
    }
    return CommandFailure.failed("wuchang restore: " + e.getMessage());
  }
}
