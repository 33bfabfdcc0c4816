package wuchang.app.safekeeping;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wuchang.app.config.Config;
import wuchang.console.store.AccountStore;
import wuchang.journal.JournalCopy;
import wuchang.simulators.replay.Progress;
import wuchang.store.Database;
import wuchang.store.StoreCopy;
import wuchang.store.StoreStand;

/**
 * Copies everything that a site keeps into one file, while its server runs or not: the store as of
 * one instant, the journal that goes on from there (with the alerts, and what is still to be told),
 * the accounts, the secrets that the installation made for itself, and the configuration with the
 * files it names. What an embedded broker has taken in and not yet handed over is copied when the
 * server is stopped; while it runs that is a matter of milliseconds, and left out.
 */
public final class Backup {
  /** The journal drops what is stored every few hundred batches; a copy may just miss it. */
  private static final int ATTEMPTS = 20;

  private final Config config;
  private final Path file;
  private final List<Path> beside;
  private final Database database;

  /**
   * @param file the configuration's own
   * @param beside the files that it names
   */
  public Backup(Config config, Path file, List<Path> beside, Database database) {
    this.config = config;
    this.file = file;
    this.beside = List.copyOf(beside);
    this.database = database;
  }

  /** Those of the files that the configuration names which are not beside it, and not copied. */
  public List<Path> elsewhere() {
    return beside.stream().filter(named -> !named.startsWith(folder())).toList();
  }

  /**
   * Makes the backup.
   *
   * @throws IOException when something cannot be read, or the file cannot be written
   * @throws wuchang.domain.journal.History.StoreUnavailable when the database is away
   */
  public void into(Path target, Instant now, Progress progress) throws IOException {
    Path folder = Optional.ofNullable(target.toAbsolutePath().getParent()).orElseThrow();
    Path scratch = OwnerOnly.directory(folder);
    try (BackupWriter writer = new BackupWriter(target)) {
      configuration(writer);
      installation(writer, scratch);
      StoreStand stand = store(writer, scratch, progress);
      broker(writer);
      writer.finish(config.site().id().value(), now.toString(), stand);
    } finally {
      Trees.delete(scratch);
    }
  }

  private Path folder() {
    return Optional.ofNullable(file.toAbsolutePath().normalize().getParent()).orElseThrow();
  }

  private void configuration(BackupWriter writer) throws IOException {
    writer.part(BackupFile.CONFIG, file);
    for (Path named : beside) {
      if (named.startsWith(folder())) {
        String relative = folder().relativize(named).toString().replace('\\', '/');
        writer.part(BackupFile.BESIDE + relative, named);
      }
    }
  }

  private void installation(BackupWriter writer, Path scratch) throws IOException {
    if (Files.exists(config.data().resolve(AccountStore.FILE))) {
      Path copy = scratch.resolve(AccountStore.FILE);
      try (AccountStore accounts = AccountStore.open(config.data())) {
        accounts.copy(copy);
      }
      writer.part(BackupFile.ACCOUNTS, copy);
    }
    Path secrets = config.data().resolve(BackupFile.SECRETS);
    if (Files.exists(secrets)) {
      writer.part(BackupFile.SECRETS, secrets);
    }
  }

  private StoreStand store(BackupWriter writer, Path scratch, Progress progress)
      throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return new StoreCopy(database).out(new Parts(writer, scratch, progress));
      } catch (TooLate e) {
        if (attempt == ATTEMPTS) {
          throw new IOException("the journal moves on faster than it can be copied; try again", e);
        }
      }
    }
  }

  private void broker(BackupWriter writer) throws IOException {
    Path directory = config.data().resolve("broker");
    if (!Files.isDirectory(directory)) {
      return;
    }
    Optional<Closeable> alone = JournalCopy.alone(config.data().resolve("journal"));
    if (alone.isPresent()) {
      try (Stream<Path> all = Files.walk(directory)) {
        for (Path each : all.filter(Files::isRegularFile).sorted().toList()) {
          writer.part(BackupFile.BROKER + directory.relativize(each), each);
        }
      } finally {
        alone.get().close();
      }
    }
  }

  /** The journal has dropped what this copy of the store does not have yet. */
  private static final class TooLate extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final class Parts implements StoreCopy.Pages {
    private final BackupWriter writer;
    private final Path scratch;
    private final Progress progress;

    private Parts(BackupWriter writer, Path scratch, Progress progress) {
      this.writer = writer;
      this.scratch = scratch;
      this.progress = progress;
    }

    @Override
    public void of(StoreStand stand) throws IOException {
      Path copy = scratch.resolve(JournalCopy.FILE);
      Files.deleteIfExists(copy);
      Path journal = config.data().resolve("journal");
      switch (JournalCopy.take(journal, copy, stand.position())) {
        case TAKEN -> writer.part(BackupFile.JOURNAL, copy);
        case TOO_LATE -> throw new TooLate();
        case NONE -> {
          // A server that never ran has nothing to go on from.
        }
      }
    }

    @Override
    public OutputStream page(String name, int number, int all) throws IOException {
      progress.reached(number, all);
      return writer.part(BackupFile.STORE + name + ".csv");
    }
  }
}
