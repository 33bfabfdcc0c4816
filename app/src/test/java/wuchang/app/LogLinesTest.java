package wuchang.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is logged can be searched by a machine: an event, and what belongs to it by name. */
class LogLinesTest {
  private static final Pattern CALL =
      Pattern.compile(
          "(?i:\\blog)\\s*\\.\\s*(?:trace|debug|info|warn|error)\\(\\s*"
              + "((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*\\+?\\s*)+)");

  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** A value with blanks in it stands in quotes. */
  private static final Pattern EVENT =
      Pattern.compile("event=[a-z_]+( [a-z_]+=(\\{}|\\\\\"\\{}\\\\\"|[a-z_]+))*");

  /** The channel that writes messages for people into the log. */
  private static final String MESSAGE = "{}";

  @Test
  void each_names_an_event_and_its_values() throws IOException {
    List<String> messages = messages();

    assertThat(messages).hasSizeGreaterThan(60);
    assertThat(messages)
        .allMatch(message -> EVENT.matcher(message).matches() || message.equals(MESSAGE));
    assertThat(messages).filteredOn(MESSAGE::equals).hasSize(1);
  }

  private static List<String> messages() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("..").toRealPath())) {
      return files
          .filter(file -> file.toString().replace('\\', '/').contains("/src/main/java/"))
          .filter(file -> file.toString().endsWith(".java"))
          .flatMap(file -> CALL.matcher(read(file)).results())
          .map(LogLinesTest::joined)
          .toList();
    }
  }

  private static String joined(MatchResult call) {
    StringBuilder message = new StringBuilder();
    LITERAL.matcher(call.group(1)).results().forEach(part -> message.append(part.group(1)));
    return message.toString();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
