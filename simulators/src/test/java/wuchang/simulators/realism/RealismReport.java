package wuchang.simulators.realism;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Writes the tables of {@code docs/simulators.md} and the pictures beside it anew. Not part of the
 * usual tests: {@code mvn -Prealism -pl simulators -am test -Dwuchang.traces=DIR}.
 */
class RealismReport {
  /** All that is compared. Another kind of device adds its chapter here and its markers there. */
  private static final List<Chapter> CHAPTERS =
      List.of(new ColdChapter(), new WaterChapter(), new PowerChapter(), new GateChapter());

  private static final Path DOCS = Path.of("..", "docs");

  @Test
  void write_what_is_simulated_beside_what_was_recorded() throws Exception {
    String directory = System.getProperty("wuchang.traces", "");
    if (directory.isEmpty()) {
      throw new IllegalArgumentException(
          "-Dwuchang.traces=DIR is missing; expected the directory of the real traces");
    }
    Path page = DOCS.resolve("simulators.md");
    String text = Files.readString(page);
    for (Chapter chapter : CHAPTERS) {
      Chapter.Comparison comparison = chapter.compare(Path.of(directory));
      text = rewritten(text, chapter.name(), table(comparison.lines()));
      draw(comparison.pictures());
    }
    Files.writeString(page, text);
  }

  private static void draw(List<Chapter.Picture> pictures) throws IOException {
    Path directory = Files.createDirectories(DOCS.resolve("pictures"));
    for (Chapter.Picture picture : pictures) {
      Files.writeString(directory.resolve(picture.name() + ".svg"), picture.svg());
    }
  }

  private static String table(List<Chapter.Line> lines) {
    StringBuilder table = new StringBuilder("| | simulated | real |\n|---|---|---|\n");
    for (Chapter.Line line : lines) {
      table.append("| %s | %s | %s |%n".formatted(line.what(), line.simulated(), line.real()));
    }
    return table.toString();
  }

  private static String rewritten(String page, String name, String table) {
    String from = "<!-- realism:" + name + " -->\n";
    String to = "<!-- /realism:" + name + " -->";
    int start = page.indexOf(from);
    int end = page.indexOf(to);
    if (start < 0 || end < start) {
      throw new IllegalStateException("docs/simulators.md lacks " + from.strip() + " … " + to);
    }
    return page.substring(0, start + from.length()) + table + page.substring(end);
  }
}
