package wuchang.simulators.scenario;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import wuchang.simulators.mishap.MishapKind;
import wuchang.simulators.mishap.Truth;

/**
 * How mishaps go when a scenario does not say: as long as people in a canteen need to notice and
 * mend them. A door stands open until somebody passes, a compressor is dead until the mechanic has
 * been there, a burst pipe runs until the tap is found. The table is the resource {@code
 * customs.txt}; a kind that it does not have goes so that its label is true.
 */
final class Customs {
  private static final Duration SHORT = Duration.ofMinutes(60);
  private static final Duration LONG = Duration.ofMinutes(180);
  private static final Map<String, Custom> USUAL = read();

  private Customs() {}

  static Custom of(MishapKind kind) {
    return Optional.ofNullable(USUAL.get(kind.word())).orElseGet(() -> trueTo(kind));
  }

  private static Custom trueTo(MishapKind kind) {
    Duration needed = Duration.ZERO;
    double severity = 0.6;
    for (Truth truth : kind.truths()) {
      needed = max(needed, truth.leastLasting());
      severity = Math.max(severity, truth.leastSeverity());
    }
    Duration least = max(SHORT, needed.multipliedBy(5).dividedBy(4));
    return new Custom(least, max(LONG, least.multipliedBy(2)), severity, 1, Hours.ANY);
  }

  private static Duration max(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? b : a;
  }

  private static Map<String, Custom> read() {
    Map<String, Custom> usual = new HashMap<>();
    try (InputStream in = Customs.class.getResourceAsStream("customs.txt")) {
      if (in == null) {
        throw new IllegalStateException("customs.txt is not in the jar");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" +"))
          .forEach(words -> usual.put(words[0], custom(words)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(usual);
  }

  private static Custom custom(String[] words) {
    return new Custom(
        Duration.ofMinutes(Long.parseLong(words[1])),
        Duration.ofMinutes(Long.parseLong(words[2])),
        Double.parseDouble(words[3]),
        1,
        Hours.of(words[4]).orElseThrow());
  }
}
