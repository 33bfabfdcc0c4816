package wuchang.app.fault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/** A disk in memory, of so many megabytes, that can be filled and emptied. */
record SmallDisk(Path directory) implements AutoCloseable {
  /** Empty where this user may not mount one. */
  static Optional<SmallDisk> mount(Path directory, int megabytes)
      throws IOException, InterruptedException {
    Files.createDirectories(directory);
    String size = "size=" + megabytes + "m";
    return run("mount", "-t", "tmpfs", "-o", size, "tmpfs", directory.toString()) == 0
        ? Optional.of(new SmallDisk(directory))
        : Optional.empty();
  }

  long free() {
    return directory.toFile().getUsableSpace();
  }

  /** Takes all room but so many bytes. */
  void fillUpTo(long left) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocate(1 << 16);
    try (FileChannel filler =
        FileChannel.open(filler(), Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
      while (free() > left) {
        zeros.clear().limit((int) Math.min(1 << 16, Math.max(1, free() - left)));
        filler.write(zeros);
      }
    } catch (IOException full) {
      if (left > 0) {
        throw full;
      }
    }
  }

  void empty() throws IOException {
    Files.deleteIfExists(filler());
  }

  @Override
  public void close() throws IOException {
    try {
      run("umount", "-l", directory.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Path filler() {
    return directory.resolve("filler");
  }

  private static int run(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException noSuchProgram) {
      return -1;
    }
  }
}
