package wuchang.app.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import wuchang.app.config.yaml.Form;
import wuchang.app.config.yaml.Value;

/** A path; a relative one starts at the folder of the configuration. */
record FilePath(String expected, boolean mustBeReadable) implements Form<Path> {
  /** A place to write to; it need not be there yet. */
  static final Form<Path> ANY = new FilePath("a path", false);

  /** A file to read, such as a certificate. */
  static final Form<Path> READABLE = new FilePath("the path of a readable file", true);

  @Override
  public Optional<Path> read(Value value) {
    return value.text(expected).flatMap(text -> located(text, value));
  }

  private Optional<Path> located(String text, Value value) {
    Optional<Path> path = resolved(text, value);
    if (path.isEmpty()) {
      value.fault(value.label() + value.shown() + " is no path; expected " + expected);
    } else if (mustBeReadable && !isReadable(path.get())) {
      value.fault(value.label() + value.shown() + " cannot be read; expected " + expected);
      return Optional.empty();
    } else if (mustBeReadable) {
      value.belongs(path.get());
    }
    return path;
  }

  private static Optional<Path> resolved(String text, Value value) {
    try {
      return text.isBlank()
          ? Optional.empty()
          : Optional.of(value.folder().resolve(text).normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static boolean isReadable(Path path) {
    return Files.isRegularFile(path) && Files.isReadable(path);
  }
}
