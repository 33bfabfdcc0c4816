package wuchang.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import wuchang.alerts.Play.Heard;
import wuchang.alerts.Scenario.Line;

/** Every scenario of the text files: what is heard but not expected fails it, too. */
class ScenariosTest {
  private static final List<String> FILES =
      List.of("life", "causes", "silences", "duty", "trouble");
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("MM-dd HH:mm");

  @TestFactory
  Stream<DynamicTest> scenarios() {
    return FILES.stream()
        .flatMap(file -> Scenario.read(text(file)).stream())
        .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> play(scenario)));
  }

  @Test
  void there_are_at_least_sixty_and_each_has_a_name_of_its_own() {
    List<String> names =
        FILES.stream()
            .flatMap(file -> Scenario.read(text(file)).stream())
            .map(Scenario::name)
            .toList();

    assertThat(names).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
  }

  @Test
  void what_was_heard_but_not_expected_fails_a_scenario() {
    Scenario quiet =
        Scenario.read(List.of("# deaf", "10:00 fridge-9 FRG-01 breaks", "10:05 end")).get(0);

    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> play(quiet)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("opened fridge-9 FRG-01");
  }

  private static void play(Scenario scenario) {
    Play play = new Play(Town.site(scenario.site()), scenario.begin());
    Stagehand stagehand = new Stagehand(scenario, play);
    List<Line> wanted = new ArrayList<>();
    for (Line line : scenario.lines()) {
      play.until(line.at());
      if (line.heard()) {
        wanted.add(line);
      } else {
        try {
          stagehand.does(line.words());
        } catch (AssertionError | RuntimeException e) {
          throw new AssertionError("line " + line.number() + ": " + line.words() + ": " + e, e);
        }
      }
    }
    compare(scenario.zone(), wanted, play.heard);
  }

  /** Side by side, with a mark at each line that differs. */
  private static void compare(ZoneId zone, List<Line> wanted, List<Heard> heard) {
    StringBuilder table = new StringBuilder("\n");
    boolean same = wanted.size() == heard.size();
    for (int i = 0; i < Math.max(wanted.size(), heard.size()); i++) {
      String want = i < wanted.size() ? wanted(zone, wanted.get(i)) : "";
      boolean named = want.contains(" to ");
      String got = i < heard.size() ? heard(zone, heard.get(i), named, want) : "";
      same &= want.equals(got);
      table.append("%s %-62s | %s%n".formatted(want.equals(got) ? "✓" : "✗", want, got));
    }
    if (!same) {
      fail("wanted                                  | received" + table);
    }
  }

  private static String wanted(ZoneId zone, Line line) {
    String words = line.words();
    return words.startsWith("~")
        ? "later " + words.substring(1).strip()
        : CLOCK.withZone(zone).format(line.at()) + " " + words;
  }

  private static String heard(ZoneId zone, Heard heard, boolean named, String want) {
    String channel =
        want.contains(" phone: ") || heard.channel().equals("phone") ? heard.channel() + ": " : "";
    return (want.startsWith("later ") ? "later" : CLOCK.withZone(zone).format(heard.at()))
        + " "
        + channel
        + heard.what()
        + (named ? " to " + heard.to() : "");
  }

  private static List<String> text(String file) {
    try (var in = ScenariosTest.class.getResourceAsStream("scenario/" + file + ".txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
