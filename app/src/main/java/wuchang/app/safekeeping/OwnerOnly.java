package wuchang.app.safekeeping;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that nobody else may read: hashes of passwords and people's names are in them. */
final class OwnerOnly {
  private OwnerOnly() {}

  static void file(Path file) throws IOException {
    Files.createFile(file, mode("rw-------"));
  }

  static Path directory(Path beside) throws IOException {
    return Files.createTempDirectory(beside, ".wuchang-", mode("rwx------"));
  }

  private static FileAttribute<?>[] mode(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
