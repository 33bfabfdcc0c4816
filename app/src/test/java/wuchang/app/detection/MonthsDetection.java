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
    List<Month> quiet = new ArrayList<>();
    List<Month> busy = new ArrayList<>();
    ExecutorService players =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Future<Month>> quietPlays = new ArrayList<>();
      List<Future<Month>> busyPlays = new ArrayList<>();
      for (int seed = 1; seed <= SEEDS; seed++) {
        int own = seed;
        quietPlays.add(players.submit(() -> Month.play("quiet-month", own, folder)));
        busyPlays.add(players.submit(() -> Month.play("busy-month", own, folder)));
      }
      for (int seed = 0; seed < SEEDS; seed++) {
        quiet.add(told(quietPlays.get(seed).get()));
        busy.add(told(busyPlays.get(seed).get()));
        // So that a run that is broken off leaves what it has come to.
        write(Path.of("..", "docs", "detection.md"), tables(quiet, busy));
      }
    } finally {
      players.shutdownNow();
    }

    assertThat(quiet.stream().flatMap(m -> Report.falsePages(m).stream())).isEmpty();
  }

  private static Month told(Month month) {
    System.out.println(month.name());
    Report.missed(month).forEach(System.out::println);
    Report.falsePages(month).forEach(System.out::println);
    return month;
  }

  private static String tables(List<Month> quiet, List<Month> busy) {
    return new Report("Quiet months", quiet, RULES).markdown()
        + "\n"
        + new Report("Busy months", busy, RULES).markdown();
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
