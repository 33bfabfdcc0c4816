package wuchang.ingest;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wuchang.domain.journal.Batch;
import wuchang.domain.journal.Journal;

/**
 * Appends until it works: a full disk is waited out. Repeating an append that had worked after all
 * is harmless, for of one reading the first stays.
 */
final class PatientJournal {
  private static final Logger log = LoggerFactory.getLogger(PatientJournal.class);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Journal journal;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile Optional<String> trouble = Optional.empty();

  PatientJournal(Journal journal) {
    this.journal = journal;
  }

  /** The position once it is on disk; empty when stopped before that. */
  OptionalLong append(Batch batch) throws InterruptedException {
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        long position = journal.append(batch);
        recovered();
        return OptionalLong.of(position);
      } catch (RuntimeException e) {
        failed(e);
      }
      if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        return OptionalLong.empty();
      }
      Duration twice = pause.multipliedBy(2);
      pause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
  }

  /** From now on an append is tried once. */
  void stop() {
    stopping.countDown();
  }

  boolean isStopping() {
    return stopping.getCount() == 0;
  }

  /** Why nothing can be appended at the moment. */
  Optional<String> trouble() {
    return trouble;
  }

  private void failed(RuntimeException e) {
    if (trouble.isEmpty()) {
      log.error("event=journal_failed acknowledging=no", e);
    }
    trouble = Optional.of("the journal cannot be written: " + e.getMessage());
  }

  private void recovered() {
    if (trouble.isPresent()) {
      log.info("event=journal_recovered");
      trouble = Optional.empty();
    }
  }
}
