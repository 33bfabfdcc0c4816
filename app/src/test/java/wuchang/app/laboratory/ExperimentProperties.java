package wuchang.app.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The same rows in any order give the same bytes, on whichever way they are brought into order. */
class ExperimentProperties {
  private static final Experiment.Limits USUAL = new Experiment.Limits(100_000, 100_000, 2);
  private static final Experiment.Limits NARROW = new Experiment.Limits(100_000, 300, 1);
  private static Path directory = Path.of("");

  @BeforeContainer
  static void a_directory() throws Exception {
    directory = Files.createTempDirectory("experiment");
  }

  @AfterContainer
  static void is_left_empty() throws Exception {
    try (var files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }

  @Property(tries = 5)
  void shuffled_rows_give_the_same_bytes_by_way_of_the_disk(@ForAll long seed) throws Exception {
    List<String> rows = SmallSite.rows(seed);
    Collections.sort(rows);
    SmallSite.Came ordered = came(rows, USUAL);
    Collections.shuffle(rows, new Random(seed));
    SmallSite.Came shuffled = came(rows, NARROW);

    assertThat(shuffled.findings()).isEqualTo(ordered.findings());
    assertThat(ordered.findings().lines()).hasSizeGreaterThan(10);
    assertThat(ordered.remarks()).contains("attic-9").doesNotContain("on disk");
    assertThat(shuffled.remarks()).contains("attic-9").contains("on disk");
  }

  @Property(tries = 5)
  void a_day_of_disorder_gives_the_same_bytes_as_it_is_read(@ForAll long seed) throws Exception {
    List<String> rows = SmallSite.rows(seed);
    Collections.sort(rows);
    SmallSite.Came ordered = came(rows, USUAL);
    Random random = new Random(seed);
    record Late(String row, String day) {}
    List<Late> late = new ArrayList<>();
    rows.forEach(row -> late.add(new Late(row, row.substring(0, 10) + random.nextInt())));
    late.sort(Comparator.comparing(Late::day));
    SmallSite.Came shuffled = came(late.stream().map(Late::row).toList(), USUAL);

    assertThat(shuffled.findings()).isEqualTo(ordered.findings());
    assertThat(shuffled.remarks()).doesNotContain("on disk");
  }

  @Property(tries = 5)
  void repeated_and_contradicting_rows_have_no_order_either(@ForAll long seed) throws Exception {
    List<String> rows = SmallSite.rows(seed);
    List<String> more = new ArrayList<>(rows);
    Random random = new Random(seed);
    for (String row : rows) {
      if (random.nextInt(3) == 0) {
        more.add(row);
      } else if (row.contains("temperature") && random.nextInt(10) == 0) {
        more.add(row + "9");
      }
    }
    Collections.sort(more);
    String ordered = came(more, USUAL).findings();
    Collections.shuffle(more, random);

    assertThat(came(more, NARROW).findings()).isEqualTo(ordered);
  }

  private static SmallSite.Came came(List<String> rows, Experiment.Limits limits) throws Exception {
    return SmallSite.judged(SmallSite.csv(directory, rows), Span.ALL, limits);
  }
}
