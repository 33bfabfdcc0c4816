package wuchang.embedded.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of a program that ends by itself. */
final class Command {
  /** What became of it: the exit code and everything it said. */
  record Outcome(int exit, String output) {
    boolean ok() {
      return exit == 0;
    }
  }

  private Command() {}

  static Outcome run(List<String> words, Duration limit) {
    return run(words, "", limit);
  }

  /**
   * Runs a program with that standard input.
   *
   * @throws PostgresUnusable when it is still not done after the limit; it is ended then
   */
  static Outcome run(List<String> words, String input, Duration limit) {
    // Through files: a server started by the program could keep a pipe open for ever.
    Path said = temporary();
    Path told = temporary();
    try {
      Files.writeString(told, input);
      Process process =
          prepared(words)
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .redirectInput(told.toFile())
              .start();
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new PostgresUnusable(
            words.get(0) + " was not done after " + limit.toSeconds() + " s: " + read(said));
      }
      return new Outcome(process.exitValue(), read(said));
    } catch (IOException e) {
      return new Outcome(127, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PostgresUnusable("interrupted while " + words.get(0) + " ran", e);
    } finally {
      delete(said);
      delete(told);
    }
  }

  /** A process of ours: no setting of the user's shell reaches PostgreSQL, messages in English. */
  static ProcessBuilder prepared(List<String> words) {
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.directory(Path.of("/").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    return builder;
  }

  private static Path temporary() {
    try {
      return Files.createTempFile("wuchang-command", ".txt");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
