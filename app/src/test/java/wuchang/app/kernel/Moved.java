package wuchang.app.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** A line of text with all its instants moved. */
final class Moved {
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z");

  private Moved() {}

  static String by(String line, Duration by) {
    return TIME.matcher(line).replaceAll(m -> Instant.parse(m.group()).plus(by).toString());
  }
}
