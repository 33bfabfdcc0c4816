package wuchang.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import wuchang.domain.journal.Journal.Reader;

/**
 * A copy of a journal that goes with a copy of the store: whoever opens both together goes on from
 * where the store's copy stands. Taken while the server goes on appending.
 */
public final class JournalCopy {
  /** The name of the journal's file in its directory. */
  public static final String FILE = Salvage.NAME;

  /** What came of it. */
  public enum Outcome {
    TAKEN,
    /** There is no journal yet. */
    NONE,
    /** What came after the store's copy is dropped already: copy the store again, too. */
    TOO_LATE
  }

  private JournalCopy() {}

  /**
   * Copies the journal of a directory into a file that is not there yet.
   *
   * @param stored up to where the store's copy has it
   * @throws UncheckedIOException when it cannot be read or written
   */
  public static Outcome take(Path directory, Path target, long stored) {
    Path file = directory.resolve(FILE);
    if (!Files.exists(file)) {
      return Outcome.NONE;
    }
    try (Database journal = Database.writing(file)) {
      journal.use(open -> copy(open, target));
    }
    try (Database copy = Database.writing(target)) {
      return copy.transact(open -> goOnFrom(open, stored)) ? Outcome.TAKEN : Outcome.TOO_LATE;
    }
  }

  /** The directory for oneself; empty while a server has it. */
  public static Optional<Closeable> alone(Path directory) {
    try {
      return Optional.of(DirectoryLock.on(directory)::close);
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }

  /**
   * Makes a copy the journal of a directory.
   *
   * @throws UncheckedIOException when that is not possible
   */
  public static void put(Path copy, Path directory) {
    DirectoryLock.on(directory).close(); // makes it, for its owner alone
    try {
      Files.move(copy, directory.resolve(FILE));
    } catch (IOException e) {
      throw Trouble.disk(directory.resolve(FILE), "cannot be put in its place", e);
    }
  }

  private static boolean copy(Connection open, Path target) throws SQLException {
    try (PreparedStatement copy = open.prepareStatement("VACUUM INTO ?")) {
      copy.setString(1, target.toString());
      copy.execute();
      return true;
    }
  }

  /** Whether nothing is missing between the two. */
  private static boolean goOnFrom(Connection open, long stored) throws SQLException {
    Map<Reader, Long> positions = BatchTable.positions(open);
    long passed = positions.get(Reader.STORE);
    if (passed <= stored) {
      return true;
    }
    positions.put(Reader.STORE, stored);
    BatchTable.save(open, positions);
    return BatchTable.oldest(open, Long.MAX_VALUE) <= stored + 1;
  }
}
