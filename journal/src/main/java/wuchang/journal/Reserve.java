package wuchang.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Room kept back for a full disk. Dropping what the readers have passed makes room, but needs some
 * to begin with: SQLite writes to its log before it frees a page. For one thread at a time.
 */
final class Reserve {
  /** What SQLite's log takes in normal work, and as much again. */
  static final int BYTES = 8 << 20;

  static final String SUFFIX = ".reserve";

  private static final Logger LOG = LoggerFactory.getLogger(Reserve.class);
  private static final Set<StandardOpenOption> ANEW =
      Set.of(
          StandardOpenOption.CREATE,
          StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING);

  private final Path file;
  private boolean kept;

  Reserve(Path journal) {
    this.file = journal.resolveSibling(journal.getFileName() + SUFFIX);
  }

  /** Takes the room unless it is taken; where there is too little, the next call tries again. */
  void keep() {
    if (kept) {
      return;
    }
    try {
      kept = Files.exists(file) && Files.size(file) == BYTES || take();
    } catch (IOException e) {
      LOG.debug("event=journal_reserve_missing file={} said=\"{}\"", file, e.getMessage());
      giveUp();
    }
  }

  /** Gives the room back to the disk; false when there was none. */
  boolean giveUp() {
    kept = false;
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      return false;
    }
  }

  // Zeros that are written, not a hole: only they take room.
  private boolean take() throws IOException {
    ByteBuffer zeros = ByteBuffer.allocate(1 << 16);
    try (FileChannel channel = FileChannel.open(file, ANEW)) {
      while (channel.size() < BYTES) {
        channel.write(zeros.clear());
      }
      channel.force(true);
    }
    return true;
  }
}
