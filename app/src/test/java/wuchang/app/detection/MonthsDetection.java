package wuchang.app.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wuchang.rules.catalogue.Catalogue;

/**
 * Plays months with many seeds, judges them, and writes the tables of docs/detection.md anew:
 * {@code mvn verify -Pdetection}, with {@code -Dwuchang.detection.seeds=N} for another number of
 * seeds.
 */
class MonthsDetection {
  private static final String BEGIN = "<!-- tables: mvn verify -Pdetection -->\n";
  private static final String END = "<!-- end of tables -->\n";
  private static final int SEEDS = Integer.getInteger("wuchang.detection.seeds", 20);
  private static final TreeSet<String> RULES =
      Catalogue.shipped().rules().stream()
          .map(rule -> rule.id().value())
          .collect(Collectors.toCollection(TreeSet::new));

  @TempDir Path folder;

  @Test
  void months_are_played_and_the_tables_written() throws Exception {
    List<Month> quiet = play("quiet-month");
    List<Month> busy = play("busy-month");
    String tables =
        new Report("Quiet months", quiet, RULES).markdown()
            + "\n"
            + new Report("Busy months", busy, RULES).markdown();
    write(Path.of("..", "docs", "detection.md"), tables);

    assertThat(quiet.stream().flatMap(m -> Report.falsePages(m).stream())).isEmpty();
  }

  /** As many at once as there are processors; in the order of their seeds. */
  private List<Month> play(String scenario) throws Exception {
    ExecutorService players =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Future<Month>> plays = new ArrayList<>();
      for (int seed = 1; seed <= SEEDS; seed++) {
        int own = seed;
        plays.add(players.submit(() -> Month.play(scenario, own, folder)));
      }
      List<Month> months = new ArrayList<>();
      for (Future<Month> each : plays) {
        Month month = each.get();
        months.add(month);
        Report.missed(month).forEach(System.out::println);
        Report.falsePages(month).forEach(System.out::println);
      }
      return months;
    } finally {
      players.shutdownNow();
    }
  }

  private static void write(Path page, String tables) throws Exception {
    String text = Files.readString(page);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    assertThat(begin).as("«%s» in %s", BEGIN.trim(), page).isNotNegative();
    assertThat(end).as("«%s» in %s", END.trim(), page).isGreaterThan(begin);
    Files.writeString(
        page,
        text.substring(0, begin + BEGIN.length()) + "\n" + tables + "\n" + text.substring(end));
  }
}
