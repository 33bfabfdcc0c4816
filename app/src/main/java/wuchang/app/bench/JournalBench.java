package wuchang.app.bench;

import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import wuchang.app.cli.Output;
import wuchang.app.config.ConfigReader;
import wuchang.domain.journal.Batch;
import wuchang.domain.journal.Journal;
import wuchang.domain.journal.Journal.Reader;
import wuchang.journal.SqliteJournal;

/** {@code wuchang bench journal}: how fast readings are forced to disk. */
@Command(
    name = "journal",
    description = {
      "The journal: appended to and forced, then read.",
      "In a directory below this one: batches of 1000 readings of 1000 devices, each",
      "forced to disk before the next, while nobody follows; then read as a follower does.",
      ""
    })
public final class JournalBench extends Bench {
  private static final int DEVICES = 1000;
  private static final int USUAL_SECONDS = 20;
  private static final int PREPARED = 200;
  private static final int READ_AT_ONCE = 16;

  private final ConfigReader reader;

  public JournalBench(ConfigReader reader, Output output) {
    super("journal", output);
    this.reader = reader;
  }

  @Override
  void measure(int seconds, Figures figures) throws IOException {
    Herd herd = new Herd(DEVICES, reader);
    List<Batch> batches =
        LongStream.range(0, PREPARED)
            .mapToObj(minute -> Batch.of(herd.minute(minute), List.of()))
            .toList();
    try (Scratch scratch = Scratch.make();
        SqliteJournal journal = SqliteJournal.open(scratch.directory().resolve("journal"))) {
      long budget = (seconds == 0 ? USUAL_SECONDS : seconds) * 1_000_000_000L;
      append(journal, batches, budget, figures);
      figures.add("bytes per reading", journal.bytes() / (double) (journal.end() * DEVICES), "");
      read(journal, figures);
    }
  }

  private static void append(Journal journal, List<Batch> batches, long budget, Figures figures) {
    Durations appends = new Durations();
    long start = System.nanoTime();
    long now = start;
    for (int i = 0; now - start < budget; i++) {
      long before = System.nanoTime();
      journal.append(batches.get(i % batches.size()));
      now = System.nanoTime();
      appends.add(now - before);
    }
    figures.add("readings appended", journal.end() * DEVICES, "");
    figures.add(
        "readings appended per second", journal.end() * DEVICES / ((now - start) / 1e9), "/s");
    appends.tell("an append of 1000 readings", figures);
  }

  private static void read(Journal journal, Figures figures) {
    long start = System.nanoTime();
    long readings = 0;
    long at = 0;
    for (List<Journal.Placed> some = journal.read(at, READ_AT_ONCE);
        !some.isEmpty();
        some = journal.read(at, READ_AT_ONCE)) {
      at = some.get(some.size() - 1).position();
      readings += some.stream().mapToLong(each -> each.batch().observations().size()).sum();
      journal.advance(Reader.RULES, at);
      journal.advance(Reader.STORE, at);
    }
    double took = (System.nanoTime() - start) / 1e9;
    figures.add("readings read and dropped per second", readings / took, "/s");
  }
}
