package wuchang.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.journal.Batch;
import wuchang.domain.journal.Journal;
import wuchang.domain.journal.Journal.Placed;
import wuchang.domain.journal.Journal.Reader;

class KillTest {
  private static final int KILLS = 3;

  @TempDir Path directory;

  @Test
  @Timeout(120)
  void every_position_that_was_returned_is_there_after_kill_9() throws Exception {
    long seed = new Random().nextLong();
    System.out.println("seed = " + seed);
    Random random = new Random(seed);
    Map<Long, Batch> promised = new HashMap<>();

    for (int kill = 1; kill <= KILLS; kill++) {
      int before = promised.size();
      promised.putAll(appendedUntilKilled(kill * 100_000L, 20 + random.nextInt(300)));
      assertThat(promised).hasSizeGreaterThan(before);
      check(promised);
    }
  }

  private void check(Map<Long, Batch> promised) {
    try (Journal journal = SqliteJournal.open(directory)) {
      Map<Long, Batch> there = new HashMap<>();
      for (Placed placed : journal.read(0, 1_000_000)) {
        there.put(placed.position(), placed.batch());
      }
      assertThat(there).containsAllEntriesOf(promised);
      assertThat(journal.end()).isEqualTo(there.size());
      assertThat(journal.position(Reader.RULES)).isLessThanOrEqualTo(journal.end());
      assertThat(alerts(journal)).isEqualTo(alerts(there));
    }
  }

  // A step is in its batch and in the table of its own, or in neither.
  private static Set<AlertStep> alerts(Map<Long, Batch> batches) {
    Set<AlertStep> steps = new HashSet<>();
    batches.values().forEach(batch -> steps.addAll(batch.alertSteps()));
    return steps;
  }

  private static Set<AlertStep> alerts(Journal journal) {
    return new HashSet<>(journal.alertSteps());
  }

  private Map<Long, Batch> appendedUntilKilled(long first, int lines) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (Runtime.version().feature() >= 22) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("-Djava.io.tmpdir=" + directory); // what a killed child leaves goes with it
    command.addAll(List.of(AppendUntilKilled.class.getName(), directory.toString()));
    command.add(Long.toString(first));
    Process child =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try {
      return promises(child, lines);
    } finally {
      child.destroyForcibly();
      assertThat(child.waitFor(30, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    }
  }

  // Killed in full flight after so many lines; what it had said by then is read to the end.
  private Map<Long, Batch> promises(Process child, int lines) throws IOException {
    Map<Long, Batch> promised = new HashMap<>();
    try (var output = child.inputReader(StandardCharsets.UTF_8)) {
      StringBuilder said = new StringBuilder();
      int newlines = 0;
      for (int next = output.read(); next >= 0; next = output.read()) {
        said.append((char) next);
        if (next == '\n' && ++newlines == lines) {
          refusedMeanwhile();
          // Not by the process itself: that would close what it has yet to say.
          child.toHandle().destroyForcibly();
        }
      }
      String whole = said.substring(0, said.lastIndexOf("\n") + 1);
      whole.lines().forEach(line -> promise(line.split(" "), promised));
    }
    return promised;
  }

  private void refusedMeanwhile() {
    assertThatThrownBy(() -> SqliteJournal.open(directory))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("in use by another process");
  }

  private static void promise(String[] words, Map<Long, Batch> promised) {
    promised.put(
        Long.parseLong(words[0]), AppendUntilKilled.batch(words[1], Long.parseLong(words[2])));
  }
}
