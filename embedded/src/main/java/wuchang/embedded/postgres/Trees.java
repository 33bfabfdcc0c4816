package wuchang.embedded.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What is done to a directory with all that is in it. */
final class Trees {
  private Trees() {}

  static void delete(Path root) throws IOException {
    if (Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      for (Path path : deepestFirst(root)) {
        Files.deleteIfExists(path);
      }
    }
  }

  static void give(Path root, UserPrincipal owner) throws IOException {
    if (!Files.getOwner(root).equals(owner)) {
      for (Path path : deepestFirst(root)) {
        Files.setOwner(path, owner);
      }
    }
  }

  private static List<Path> deepestFirst(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
