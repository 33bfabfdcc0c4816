package wuchang.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wuchang.domain.journal.Batch;
import wuchang.domain.journal.Journal;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Rejected;
import wuchang.domain.reading.Rejected.Reason;
import wuchang.ingest.format.Heard.Ask;

/**
 * Takes what has arrived, decodes it, forces it to disk as one batch, and only then answers. One
 * thread, so that what one device says is journalled in the order in which it came. The journal's
 * force is what makes batches: while it lasts, the next one gathers. While the journal fails
 * nothing is answered, the brokers' credit runs out, and nothing is lost.
 */
final class IntakeLoop implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(IntakeLoop.class);

  private static final int MOST_MESSAGES = 2_000;
  private static final long MOST_BYTES = 4 << 20;

  private static final Duration IDLE = Duration.ofMillis(200);

  private final Inbox inbox;
  private final Sieve intake;
  private final PatientJournal journal;
  private final IntakeMeters meters;
  private final UnknownDevices unknown;
  private final Echo echo;
  private final Repetitions repetitions = new Repetitions();

  /** What follows an append. */
  interface Echo {
    /** Told the journal's position. */
    void journalled(long position);

    /** Told the records that are on disk. */
    default void recorded(List<BookEntry> entries) {}

    /** Told what a message asks to be published. */
    default void ask(Ask ask) {}
  }

  IntakeLoop(
      Inbox inbox,
      Sieve intake,
      Journal journal,
      IntakeMeters meters,
      UnknownDevices unknown,
      Echo echo) {
    this.inbox = inbox;
    this.intake = intake;
    this.journal = new PatientJournal(journal);
    this.meters = meters;
    this.unknown = unknown;
    this.echo = echo;
  }

  /** Until {@link #stop}; what was in the inbox then is still journalled, if the disk lets it. */
  @Override
  public void run() {
    try {
      while (!journal.isStopping() || !inbox.isEmpty()) {
        takeInSafely(inbox.take(MOST_MESSAGES, MOST_BYTES, IDLE));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void stop() {
    journal.stop();
  }

  /** Why nothing can be taken in at the moment. */
  Optional<String> trouble() {
    return journal.trouble();
  }

  /** A fault of ours must not end the intake; what was not answered comes again. */
  private void takeInSafely(List<Arrival> arrivals) throws InterruptedException {
    try {
      takeIn(arrivals);
    } catch (RuntimeException bug) {
      log.error("event=intake_failed messages={}", arrivals.size(), bug);
    }
  }

  private void takeIn(List<Arrival> arrivals) throws InterruptedException {
    List<Arrival> wanted = arrivals.stream().filter(a -> !a.receipt().isSuperseded()).toList();
    if (wanted.isEmpty()) {
      return;
    }
    List<Decoded> decoded = new ArrayList<>(wanted.size());
    for (Arrival arrival : wanted) {
      Incoming incoming = arrival.incoming();
      decoded.add(repetitions.without(decode(incoming), incoming.arrived()));
    }
    Batch batch = batch(decoded);
    OptionalLong position = journal.append(batch);
    if (position.isEmpty()) {
      wanted.forEach(arrival -> arrival.receipt().abandoned("the journal cannot be written"));
      decoded.forEach(repetitions::forget);
      return;
    }
    echo.journalled(position.getAsLong()); // first, for readers wait for it and brokers do not
    List<BookEntry> entries = entries(batch);
    if (!entries.isEmpty()) {
      echo.recorded(entries);
    }
    for (int i = 0; i < wanted.size(); i++) {
      answer(wanted.get(i), decoded.get(i));
      meters.count(decoded.get(i));
      remember(decoded.get(i));
      decoded.get(i).asks().forEach(echo::ask);
    }
  }

  /** Of what a decoder stumbles over, which is a fault of ours, the payload is kept. */
  private Decoded decode(Incoming incoming) {
    try {
      return intake.decode(incoming);
    } catch (RuntimeException bug) {
      log.error("event=decoder_failed topic={}", incoming.topic(), bug);
      Rejected kept =
          Rejected.of(
              incoming.claimed(),
              incoming.topic(),
              incoming.payload(),
              Reason.DECODE_FAILED,
              "the decoder failed: " + bug.getClass().getSimpleName(),
              incoming.arrived());
      return new Decoded(Intake.UNKNOWN, List.of(), List.of(kept), List.of());
    }
  }

  private static Batch batch(List<Decoded> decoded) {
    List<Observation> observations = new ArrayList<>();
    Refusals refusals = new Refusals();
    for (Decoded each : decoded) {
      observations.addAll(each.observations());
      each.rejected().forEach(refusals::add);
    }
    return Batch.of(observations, refusals.kept());
  }

  private static List<BookEntry> entries(Batch batch) {
    List<BookEntry> entries = new ArrayList<>();
    for (Observation each : batch.observations()) {
      if (each instanceof BookEntry entry) {
        entries.add(entry);
      }
    }
    return entries;
  }

  private void remember(Decoded decoded) {
    for (Decoded.Stranger stranger : decoded.strangers()) {
      if (unknown.saw(stranger)) {
        log.info("event=device_unknown name={}", Legible.quoted(stranger.name()));
      }
    }
  }

  /** Failing to answer is no harm: the message comes again. */
  private static void answer(Arrival arrival, Decoded decoded) {
    try {
      arrival.receipt().accepted(decoded.observations().size());
    } catch (RuntimeException e) {
      log.warn("event=acknowledgement_failed cause=\"{}\"", e.toString());
    }
  }
}
