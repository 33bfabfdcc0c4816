package wuchang.journal;

import java.nio.file.Path;
import java.time.Instant;
import wuchang.domain.alert.AlertState;
import wuchang.domain.journal.Batch;
import wuchang.domain.journal.Journal;
import wuchang.domain.journal.Journal.Reader;

/**
 * A process that appends from two threads, and says each position once it was returned: {@code
 * position kind number}. It never ends by itself.
 */
final class AppendUntilKilled {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private AppendUntilKilled() {}

  /**
   * @param args the journal's directory, and the number to begin with
   */
  public static void main(String[] args) {
    Journal journal = SqliteJournal.open(Path.of(args[0]));
    long first = Long.parseLong(args[1]);
    new Thread(() -> appendForever(journal, "readings", first), "intake").start();
    new Thread(() -> appendForever(journal, "alert", first), "alerts").start();
    followForever(journal);
  }

  static Batch batch(String kind, long number) {
    return kind.equals("alert")
        ? Samples.alert("a-" + number, AlertState.OPEN, NOON)
        : Samples.readings(number, 200);
  }

  private static void appendForever(Journal journal, String kind, long first) {
    for (long number = first; ; number++) {
      long position = journal.append(batch(kind, number));
      synchronized (System.out) {
        System.out.println(position + " " + kind + " " + number);
        System.out.flush();
      }
    }
  }

  // The readers move, so that positions are saved; one stays behind, so that nothing is dropped.
  private static void followForever(Journal journal) {
    while (!Thread.currentThread().isInterrupted()) {
      long position = journal.position(Reader.RULES);
      for (Journal.Placed placed : journal.read(position, 50)) {
        journal.advance(Reader.RULES, placed.position());
      }
    }
  }
}
