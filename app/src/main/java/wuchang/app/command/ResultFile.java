package wuchang.app.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import wuchang.app.cli.CommandFailure;
import wuchang.app.cli.Output;

/** The option {@code --out}, to be mixed into commands whose result is a text. */
final class ResultFile {
  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the result goes (default: standard output).")
  private @Nullable Path path;

  /** Finds out before long work whether the file could be written. */
  void check() throws CommandFailure {
    if (path != null) {
      check("--out", path);
    }
  }

  /** Finds out before long work whether the file of an option could be written. */
  static void check(String option, Path path) throws CommandFailure {
    Path folder = path.toAbsolutePath().getParent();
    boolean possible =
        Files.exists(path) ? Files.isWritable(path) : folder != null && Files.isWritable(folder);
    if (Files.isDirectory(path) || !possible) {
      throw CommandFailure.failed(option + ": " + path + " cannot be written");
    }
  }

  void write(String text, Output output) throws CommandFailure {
    if (path == null) {
      output.out().print(text);
      output.out().flush();
      return;
    }
    try {
      Files.writeString(path, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw CommandFailure.failed("--out: " + path + " cannot be written: " + e.getMessage());
    }
  }
}
