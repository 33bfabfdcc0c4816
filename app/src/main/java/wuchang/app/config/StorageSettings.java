package wuchang.app.config;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Where everything is kept: a PostgreSQL of your own, or the embedded one. */
public sealed interface StorageSettings {
  <T> T match(Function<Remote, T> remote, Function<Embedded, T> embedded);

  /** What the role that only reads is to sign in with, where that was said. */
  default Optional<String> readerPassword() {
    return match(Remote::readerPassword, local -> Optional.empty());
  }

  /**
   * A database somewhere else.
   *
   * @param url {@code jdbc:postgresql:…}; may hold secrets itself
   * @param readerPassword what the role that only reads signs in with; without, one that is made
   */
  record Remote(
      String url,
      Optional<String> username,
      Optional<String> password,
      Optional<String> readerPassword)
      implements StorageSettings {
    @Override
    public <T> T match(Function<Remote, T> remote, Function<Embedded, T> embedded) {
      return remote.apply(this);
    }

    /** Without URL and password. */
    @Override
    public String toString() {
      return "storage of your own";
    }
  }

  /**
   * The embedded database.
   *
   * @param dir its directory
   * @param port 0 means any free one
   */
  record Embedded(Path dir, int port) implements StorageSettings {
    @Override
    public <T> T match(Function<Remote, T> remote, Function<Embedded, T> embedded) {
      return embedded.apply(this);
    }
  }
}
