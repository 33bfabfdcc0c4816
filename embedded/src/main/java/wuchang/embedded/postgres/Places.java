package wuchang.embedded.postgres;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where things go that are not below the given directory.
 *
 * @param cache where PostgreSQL's programs are unpacked
 * @param elsewhere for the files of a server that may not enter the given directory
 */
record Places(Path cache, Path elsewhere) {
  /**
   * The user's cache and {@code /var/lib/wuchang}; the system property {@code wuchang.cache} names
   * another cache, as the tests do.
   */
  static Places usual() {
    Path cache =
        named(System.getProperty("wuchang.cache"))
            .or(() -> named(System.getenv("XDG_CACHE_HOME")).map(xdg -> xdg.resolve("wuchang")))
            .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "wuchang"));
    return new Places(cache.toAbsolutePath(), Path.of("/var/lib/wuchang"));
  }

  private static Optional<Path> named(@Nullable String path) {
    return Optional.ofNullable(path).filter(p -> !p.isBlank()).map(Path::of);
  }
}
