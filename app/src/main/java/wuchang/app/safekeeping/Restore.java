package wuchang.app.safekeeping;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wuchang.app.config.Config;
import wuchang.app.config.StorageSettings;
import wuchang.journal.JournalCopy;
import wuchang.simulators.replay.Progress;
import wuchang.store.Database;
import wuchang.store.StoreFilling;

/**
 * Puts a backup where a configuration says, which must be empty: nothing is ever overwritten or
 * mixed. What it has begun it takes away again when it fails; should it be killed, a server refuses
 * to start on what is there.
 */
public final class Restore {
  private static final String UNFINISHED = "restore.unfinished";
  private static final List<String> KEPT =
      List.of(
          "journal",
          "broker",
          UNFINISHED,
          BackupFile.ACCOUNTS,
          BackupFile.SECRETS,
          "connections.properties");

  private final Config config;
  private final BackupFile backup;

  public Restore(Config config, BackupFile backup) {
    this.config = config;
    this.backup = backup;
  }

  /**
   * Refuses a directory in which a restore was killed.
   *
   * @throws IOException that says so
   */
  public static void refuseUnfinished(Path data) throws IOException {
    if (Files.exists(data.resolve(UNFINISHED))) {
      throw new IOException(
          "a restore into " + data + " was not finished; empty it and restore once more");
    }
  }

  /**
   * What is there already, and would be mixed with the backup; empty when nothing is.
   *
   * @throws BackupUnusable when the backup is of another site
   */
  public Optional<Path> obstacle() throws BackupUnusable, IOException {
    String site = config.site().id().value();
    if (!backup.site().equals(site)) {
      throw new BackupUnusable(
          "%s is of the site «%s», the configuration of «%s»"
              .formatted(backup, backup.site(), site));
    }
    for (Path place : places()) {
      if (Trees.isFilled(place)) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  /**
   * Fills everything. To be called when there is no obstacle.
   *
   * @throws IOException when the database is filled already, or something cannot be read or written
   */
  public void run(Database database, Progress progress) throws IOException {
    Files.createDirectories(config.data());
    Path mark = config.data().resolve(UNFINISHED);
    Files.createFile(mark);
    if (new StoreFilling(database).isFilled()) {
      throw new IOException("the database holds a Wuchang's store already; give it an empty one");
    }
    new StoreFilling(database).in(backup.store(), new Parts(progress));
    installation();
    Files.delete(mark);
  }

  /** Takes away what was begun; to be called when nothing has these files open any more. */
  public void undo() throws IOException {
    for (Path place : places()) {
      Trees.delete(place);
    }
  }

  private List<Path> places() {
    List<Path> places = new ArrayList<>();
    KEPT.forEach(name -> places.add(config.data().resolve(name)));
    if (config.storage() instanceof StorageSettings.Embedded local) {
      places.add(local.dir());
    }
    return places;
  }

  private void installation() throws IOException {
    Path data = config.data();
    if (backup.has(BackupFile.JOURNAL)) {
      Path copy = data.resolve("journal.restored");
      Files.deleteIfExists(copy);
      backup.extract(BackupFile.JOURNAL, copy);
      JournalCopy.put(copy, data.resolve("journal"));
    }
    for (String name : List.of(BackupFile.ACCOUNTS, BackupFile.SECRETS)) {
      if (backup.has(name)) {
        backup.extract(name, data.resolve(name));
      }
    }
    for (String name : backup.names(BackupFile.BROKER)) {
      Path target = data.resolve(name);
      Files.createDirectories(target.getParent());
      backup.extract(name, target);
    }
  }

  /**
   * Writes the configuration that is in a backup, and the files it names, where there is none.
   *
   * @return the files that were written
   */
  public static List<Path> configuration(BackupFile backup, Path file) throws IOException {
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
    List<Path> written = new ArrayList<>();
    for (String name : backup.names(BackupFile.BESIDE)) {
      Path target = folder.resolve(name.substring(BackupFile.BESIDE.length()));
      if (!Files.exists(target)) {
        Files.createDirectories(target.getParent());
        backup.extract(name, target);
        written.add(target);
      }
    }
    Files.createDirectories(folder);
    backup.extract(BackupFile.CONFIG, file);
    written.add(file);
    return written;
  }

  private final class Parts implements StoreFilling.Pages {
    private static final String ENDING = ".csv";

    private final Progress progress;
    private int done;

    private Parts(Progress progress) {
      this.progress = progress;
    }

    @Override
    public List<String> names() {
      return backup.names(BackupFile.STORE).stream()
          .map(n -> n.substring(BackupFile.STORE.length(), n.length() - ENDING.length()))
          .toList();
    }

    @Override
    public InputStream page(String name) throws IOException {
      progress.reached(++done, names().size());
      return backup.read(BackupFile.STORE + name + ENDING);
    }
  }
}
