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
import java.util.Objects;
import wuchang.simulators.mishap.MishapKind;

/**
 * How mishaps go when a scenario does not say: as long as people in a canteen need to notice and
 * mend them. A door stands open until somebody passes, a compressor is dead until the mechanic has
 * been there, a burst pipe runs until the tap is found. The table is the resource {@code
 * customs.txt}, which has a line for every kind.
 */
final class Customs {
  private static final Map<String, Custom> USUAL = read();

  private Customs() {}

  static Custom of(MishapKind kind) {
    return Objects.requireNonNull(USUAL.get(kind.word()), kind::word);
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
