package wuchang.embedded.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks a .tar.xz beside its place and moves it there in one step. */
final class Unpacking {
  private static final int DIRECTORY = 0755;

  private Unpacking() {}

  /** When two unpack at once, the first to be done stays. */
  static void of(InputStream archive, Path home) throws IOException {
    Path parent = home.toAbsolutePath().getParent();
    Files.createDirectories(parent);
    removeLeftovers(parent, home.getFileName().toString());
    String mark = ".new-" + ProcessHandle.current().pid() + "-";
    Path work = Files.createTempDirectory(parent, home.getFileName() + mark);
    Files.setPosixFilePermissions(work, permissions(DIRECTORY));
    try {
      unpack(archive, work);
      Files.move(work, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Trees.delete(work);
      if (!Files.isDirectory(home)) {
        throw e;
      }
    }
  }

  private static void unpack(InputStream archive, Path work) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new XZCompressorInputStream(new BufferedInputStream(archive, 1 << 16)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        place(entry, tar, work);
      }
    }
  }

  private static void place(TarArchiveEntry entry, InputStream content, Path work)
      throws IOException {
    Path target = work.resolve(entry.getName()).normalize();
    if (!target.startsWith(work)) {
      throw new IOException("the archive has an entry outside of it: " + entry.getName());
    }
    if (entry.isDirectory()) {
      makeDirectory(target);
      return;
    }
    makeDirectory(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(content, target);
      Files.setPosixFilePermissions(target, permissions(entry.getMode()));
      force(target);
    }
  }

  /** Readable by all: the server may have to run as another user than the one who unpacks. */
  private static void makeDirectory(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      makeDirectory(directory.getParent());
      Files.createDirectory(directory);
      Files.setPosixFilePermissions(directory, permissions(DIRECTORY));
    }
  }

  /** What is found after a power cut is either not there or whole. */
  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    PosixFilePermission[] inOrder = PosixFilePermission.values();
    for (int bit = 0; bit < inOrder.length; bit++) {
      // The enum goes from the owner's read (0400) to the others' execute (0001).
      if ((mode & (0400 >> bit)) != 0) {
        permissions.add(inOrder[bit]);
      }
    }
    return permissions;
  }

  /** What an unpacker that was killed has left. */
  private static void removeLeftovers(Path parent, String name) throws IOException {
    try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(parent, name + ".new-*")) {
      for (Path leftover : leftovers) {
        String mark = leftover.getFileName().toString().substring((name + ".new-").length());
        String pid = mark.substring(0, Math.max(0, mark.indexOf('-')));
        Optional<ProcessHandle> owner =
            pid.matches("\\d{1,18}") ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
        if (owner.isEmpty()) {
          Trees.delete(leftover);
        }
      }
    }
  }
}
