package wuchang.journal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import wuchang.domain.journal.Batch;
import wuchang.domain.journal.Journal;
import wuchang.domain.journal.Journal.Placed;
import wuchang.domain.journal.Journal.Reader;

/** Measures the journal in an empty directory; run by hand, the figures stand in docs/adr. */
final class JournalRates {
  private static final List<Batch> BATCHES =
      IntStream.range(0, 64).mapToObj(i -> Samples.readings(i, 1000)).toList();

  private JournalRates() {}

  /**
   * @param args the directory
   */
  public static void main(String[] args) {
    Path directory = Path.of(args[0]);
    try (Journal journal = SqliteJournal.open(directory)) {
      for (int round = 1; round <= 3; round++) {
        rate("append", 2000, i -> journal.append(BATCHES.get((int) i % 64)));
        rate("read", 2000, new Follower(journal)::step);
      }
      both(journal);
      single(journal);
      rate("append", 50_000, i -> journal.append(BATCHES.get((int) i % 64)));
      System.out.printf("%d MB on disk%n", journal.bytes() / 1_000_000);
    }
    long start = System.nanoTime();
    Journal journal = SqliteJournal.open(directory);
    System.out.printf("opened in %.2f s%n", seconds(start));
    journal.close();
  }

  /** Both readers follow while somebody appends, as in a running system. */
  private static void both(Journal journal) {
    var rules = CompletableFuture.runAsync(() -> follow(journal, Reader.RULES, 10_000));
    var store = CompletableFuture.runAsync(() -> follow(journal, Reader.STORE, 10_000));
    rate("append while two read", 10_000, i -> journal.append(BATCHES.get((int) i % 64)));
    CompletableFuture.allOf(rules, store).join();
    System.out.printf("%d kB on disk%n", journal.bytes() / 1000);
  }

  private static void follow(Journal journal, Reader reader, int batches) {
    long until = journal.end() + batches - 1;
    while (journal.position(reader) < until) {
      List<Placed> news = journal.read(journal.position(reader), 50);
      news.forEach(placed -> journal.advance(reader, placed.position()));
      if (news.size() < 50) {
        LockSupport.parkNanos(1_000_000); // in a running system a reader waits to be told
      }
    }
  }

  private static void single(Journal journal) {
    Batch one = Samples.readings(1, 1);
    long[] nanos = new long[5000];
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      journal.append(one);
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    System.out.printf(
        "one reading an append: p50 %.2f ms, p99 %.2f ms, max %.2f ms%n",
        nanos[nanos.length / 2] / 1e6,
        nanos[nanos.length * 99 / 100] / 1e6,
        nanos[nanos.length - 1] / 1e6);
  }

  private record Follower(Journal journal) {
    void step(long ignored) {
      long position = journal.position(Reader.RULES);
      for (Placed placed : journal.read(position, 1)) {
        journal.advance(Reader.RULES, placed.position());
      }
    }
  }

  private static void rate(String what, int batches, LongConsumer each) {
    long start = System.nanoTime();
    for (int i = 0; i < batches; i++) {
      each.accept(i);
    }
    System.out.printf(Locale.ROOT, "%s: %.0f readings/s%n", what, batches * 1000 / seconds(start));
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
