package wuchang.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import wuchang.app.config.yaml.Fault;

/**
 * Whatever becomes of the example under clumsy hands, reading it gives values, never an exception.
 */
class MutationProperties {
  private static final List<String> SNIPPETS =
      List.of(
          "",
          " ",
          "\n",
          "\t",
          ":",
          ": ",
          "- ",
          "{",
          "}",
          "[",
          "]",
          ",",
          "#",
          "&a ",
          "*a",
          "<<: ",
          "!!str ",
          "!x ",
          "|",
          ">",
          "'",
          "\"",
          "${X}",
          "${",
          "null",
          "~",
          "东",
          "\uD83D\uDE00",
          "\u0000",
          "\uFEFF",
          "\u2028",
          "1e999",
          "-",
          "%",
          "@",
          "`",
          "---\n",
          "...\n",
          "? ",
          "99999999999",
          "\uD800",
          "\\",
          "/",
          "°C",
          "0x1F",
          "mon-",
          "24:00");

  private final ConfigReader reader = ExampleTest.readerWithoutEnvironment();
  private final String example = new String(ExampleTest.bytes(), StandardCharsets.UTF_8);

  @Property(tries = 500)
  void no_mutation_of_the_example_makes_reading_throw(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int times) {
    Random random = new Random(seed);
    String mutated = example;
    for (int i = 0; i < times; i++) {
      mutated = mutated(mutated, random);
    }
    check(mutated.getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 200)
  void no_broken_byte_makes_reading_throw(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] bytes = ExampleTest.bytes();
    for (int i = 0; i < 3; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    check(bytes);
  }

  private void check(byte[] bytes) {
    Outcome outcome = reader.read("wuchang.yaml", Path.of("/srv"), bytes);
    List<Fault> found = new ArrayList<>(outcome.warnings());
    found.addAll(ConfigFolder.faults(outcome));
    boolean valid = outcome instanceof Outcome.Valid;
    assertThat(ConfigFolder.faults(outcome).isEmpty()).isEqualTo(valid);
    int lines =
        (int)
                new String(bytes, StandardCharsets.UTF_8)
                    .codePoints()
                    .filter(c -> c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029)
                    .count()
            + 1;
    for (Fault fault : found) {
      assertThat(fault.place().line()).isBetween(1, lines + 1);
      assertThat(fault.place().column()).isPositive();
      assertThat(fault.text()).isNotBlank().doesNotContain("\n", "\r");
    }
  }

  private static String mutated(String text, Random random) {
    int at = random.nextInt(text.length() + 1);
    int length = Math.min(random.nextInt(12), text.length() - at);
    String snippet = SNIPPETS.get(random.nextInt(SNIPPETS.size()));
    return switch (random.nextInt(5)) {
      case 0 -> text.substring(0, at) + text.substring(at + length);
      case 1 -> text.substring(0, at) + snippet + text.substring(at);
      case 2 -> text.substring(0, at) + snippet + text.substring(at + length);
      case 3 -> swappedLines(text, random);
      default -> text.substring(0, at) + text.substring(random.nextInt(text.length() + 1));
    };
  }

  private static String swappedLines(String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    if (lines.size() > 1) {
      Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
    }
    return String.join("\n", lines) + "\n";
  }
}
