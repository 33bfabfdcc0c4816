package wuchang.domain.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChainCheckTest {
  /** As {@code sha256sum} has it; docs/records.md shows how. */
  private static final String FIRST = "[\"record\", \"r-1\", 1, \"patrol\"]";

  private static final String SECOND = "[\"record\", \"r-2\", 1, \"sample\", \"冷藏\"]";
  private static final String HASH_1 =
      "a70c8835bde7860bd7baa30c7210479c1221a0d00ea53662a263e49e4c33b2ca";
  private static final String HASH_2 =
      "61750c2ab6bb477c16f4ec399f749681798b890def68da4bbefa5e8dfda3fd59";

  @Test
  void agrees_with_the_example_of_the_documentation() throws Exception {
    assertThat(ChainHash.next(ChainHash.START, FIRST)).isEqualTo(HASH_1);
    assertThat(ChainHash.next(HASH_1, SECOND)).isEqualTo(HASH_2);
    String documented = Files.readString(Path.of("..", "docs", "records.md"));
    assertThat(documented).contains(FIRST, SECOND, HASH_1, HASH_2);
  }

  @Test
  void every_change_of_one_row_is_found_at_that_row() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<ChainLink> rows = chain(random, 1 + random.nextInt(30));
      assertThat(firstFault(rows)).as("seed %d", seed).isEmpty();
      int at = random.nextInt(rows.size());
      ChainLink row = rows.get(at);
      String content = row.content().orElseThrow();
      int letter = random.nextInt(content.length());
      char other = (char) (content.charAt(letter) ^ 1);
      rows.set(at, with(row, content.substring(0, letter) + other + content.substring(letter + 1)));

      assertThat(firstFault(rows)).as("seed %d", seed).contains(row.sequence());
    }
  }

  @Test
  void a_row_that_is_gone_missing_or_elsewhere_is_named() {
    List<ChainLink> rows = chain(new Random(1), 4);
    List<ChainLink> gone = new ArrayList<>(rows);
    gone.set(2, new ChainLink(3, "record", "k", rows.get(2).hash(), Optional.empty()));
    assertThat(firstFault(gone)).contains(3L);

    List<ChainLink> missing = new ArrayList<>(rows);
    missing.remove(1);
    assertThat(firstFault(missing)).contains(3L);
  }

  private static Optional<Long> firstFault(List<ChainLink> rows) {
    ChainCheck check = new ChainCheck(0, ChainHash.START);
    return rows.stream()
        .filter(r -> check.next(r).isPresent())
        .map(ChainLink::sequence)
        .findFirst();
  }

  private static List<ChainLink> chain(Random random, int length) {
    List<ChainLink> rows = new ArrayList<>();
    String hash = ChainHash.START;
    for (int i = 1; i <= length; i++) {
      String content = "[\"record\", " + random.nextLong() + "]";
      hash = ChainHash.next(hash, content);
      rows.add(new ChainLink(i, "record", "k" + i, hash, Optional.of(content)));
    }
    return rows;
  }

  private static ChainLink with(ChainLink row, String content) {
    return new ChainLink(row.sequence(), row.kind(), row.key(), row.hash(), Optional.of(content));
  }
}
