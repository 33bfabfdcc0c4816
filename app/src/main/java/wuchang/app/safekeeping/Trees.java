package wuchang.app.safekeeping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directories with all that is in them. */
final class Trees {
  private Trees() {}

  static void delete(Path top) throws IOException {
    if (Files.exists(top)) {
      List<Path> all;
      try (Stream<Path> walk = Files.walk(top)) {
        all = walk.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path each : all) {
        Files.deleteIfExists(each);
      }
    }
  }

  /** Whether there is a file, or a directory with something in it. */
  static boolean isFilled(Path top) throws IOException {
    if (!Files.isDirectory(top)) {
      return Files.exists(top);
    }
    try (Stream<Path> in = Files.list(top)) {
      return in.findAny().isPresent();
    }
  }
}
