package wuchang.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** One process, and one journal in it, to a directory. The system lets go when a process dies. */
final class DirectoryLock implements AutoCloseable {
  private static final String NAME = "journal.lock";
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Makes the directory when it is missing, for its owner alone: people's ids are in it.
   *
   * @throws java.io.UncheckedIOException when another has the directory, or it cannot be written
   */
  static DirectoryLock on(Path directory) {
    makeSure(directory);
    Path file = directory.resolve(NAME);
    FileChannel channel = opened(file);
    if (locked(file, channel).isEmpty()) {
      closeQuietly(channel);
      throw Trouble.disk(
          directory,
          "is in use by another process: stop that, or give this one a directory of its own",
          new IOException(file + " is locked"));
    }
    return new DirectoryLock(channel);
  }

  @Override
  public void close() {
    closeQuietly(channel);
  }

  private static void makeSure(Path directory) {
    if (Files.isDirectory(directory)) {
      return;
    }
    try {
      if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      } else {
        Files.createDirectories(directory);
      }
    } catch (IOException e) {
      throw Trouble.disk(directory, "cannot be made a directory: check its parent", e);
    }
  }

  private static FileChannel opened(Path file) {
    try {
      return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw Trouble.disk(file, "cannot be opened for writing: check its owner and mode", e);
    }
  }

  private static Optional<FileLock> locked(Path file, FileChannel channel) {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    } catch (IOException e) {
      closeQuietly(channel);
      throw Trouble.disk(file, "cannot be locked: its file system must support locks", e);
    }
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // Nothing was written to it; the lock ends with the process at the latest.
    }
  }
}
