package wuchang.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done about a damaged file: what can be read is copied to a new one, the damaged one is
 * set aside, and the new one takes its place. Killed at any point, the next start goes on. Nothing
 * is ever deleted but an unfinished copy.
 */
final class Salvage {
  private static final Logger LOG = LoggerFactory.getLogger(Salvage.class);
  static final String NAME = "journal.db";
  private static final List<String> COMPANIONS = List.of("-wal", "-shm", "");

  private final Path file;
  private final Path unfinished;
  private final Path finished;

  private Salvage(Path directory) {
    this.file = directory.resolve(NAME);
    this.unfinished = directory.resolve(NAME + ".salvaging");
    this.finished = directory.resolve(NAME + ".salvaged");
  }

  /** The file of a directory, sound or not there yet. */
  static Path soundFile(Path directory) {
    Salvage salvage = new Salvage(directory);
    try {
      salvage.run();
    } catch (IOException e) {
      throw Trouble.disk(salvage.file, "cannot be set aside: look at its disk", e);
    }
    return salvage.file;
  }

  private void run() throws IOException {
    if (Files.exists(finished)) {
      LOG.warn("event=journal_salvage_completed damaged={}", replace());
      return;
    }
    Optional<String> damage = damage();
    if (damage.isPresent()) {
      RowCopy.Saved saved = save();
      LOG.warn(
          "event=journal_salvaged file={} damage=\"{}\" damaged={} saved={}",
          file,
          damage.get().replaceAll("\\s+", " "),
          replace(),
          saved);
    }
  }

  private Optional<String> damage() throws IOException {
    if (length(file) > 0) {
      try (Database database = Database.reading(file)) {
        return Checkup.damage(database);
      }
    }
    // SQLite takes it for new, and would throw away what its log holds.
    return length(companion(file, "-wal")) > 0
        ? Optional.of("the file is empty and its log is not")
        : Optional.empty();
  }

  private RowCopy.Saved save() throws IOException {
    for (String suffix : COMPANIONS) {
      Files.deleteIfExists(companion(unfinished, suffix));
    }
    RowCopy.Saved saved = RowCopy.Saved.NOTHING;
    try (Database from = Database.damaged(file);
        Database to = Database.writing(unfinished)) {
      Schema.prepare(to);
      if (length(file) > 0) {
        saved = RowCopy.all(from, to);
      }
    }
    Files.move(unfinished, finished, StandardCopyOption.ATOMIC_MOVE);
    return saved;
  }

  // The log goes first: left behind, it would be taken for the new file's own.
  private Path replace() throws IOException {
    Path aside = aside();
    for (String suffix : COMPANIONS) {
      Path part = companion(file, suffix);
      if (Files.exists(part)) {
        Files.move(part, companion(aside, suffix), StandardCopyOption.ATOMIC_MOVE);
      }
    }
    Files.move(finished, file, StandardCopyOption.ATOMIC_MOVE);
    return aside;
  }

  private Path aside() {
    int number = 1;
    while (Files.exists(companion(file, ".damaged-" + number))) {
      number++;
    }
    return companion(file, ".damaged-" + number);
  }

  private static long length(Path part) throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }

  private static Path companion(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }
}
