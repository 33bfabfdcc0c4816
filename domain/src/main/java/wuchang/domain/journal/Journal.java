package wuchang.domain.journal;

import java.util.List;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.alert.Silence;

/**
 * The disk between a device's message and everything else. What {@link #append} returned for is
 * never lost. Readers follow at their own pace; a batch that all of them have passed is dropped,
 * but the alerts' steps are kept until they are forgotten by name. Safe for use by several threads.
 *
 * <p>Failures of the disk are {@link java.io.UncheckedIOException}: ours, to be tried again, and
 * nothing may be acknowledged meanwhile.
 */
public interface Journal extends AutoCloseable {
  /** Who follows the journal. */
  enum Reader {
    RULES,
    STORE
  }

  /** A batch and where it stands; positions grow by one and are never used twice. */
  record Placed(long position, Batch batch) {}

  /** Appends and forces to disk; returns the position. */
  long append(Batch batch);

  /** The batches after a position, oldest first, at most so many. */
  List<Placed> read(long after, int most);

  /** The position of the newest batch; 0 when there never was one. */
  long end();

  /** The position up to which a reader has said it is done. */
  long position(Reader reader);

  /**
   * A reader is done up to and including a position. Durable before {@link #read} would miss a
   * dropped batch, but not at once: a reader may see batches again after a restart.
   */
  void advance(Reader reader, long position);

  /** Every alert step that is kept, in order. */
  List<AlertStep> alertSteps();

  /** Every notification step of the alerts that are kept, in order. */
  List<NotificationStep> notifications();

  /** Every state of every silence that is kept, in order; the last one of each is how it stands. */
  List<Silence> silences();

  /**
   * Lets go of silences that were over before, and of the steps of alerts that were opened before
   * and are closed.
   */
  int forgetClosedAlerts(java.time.Instant openedBefore);

  /** What the journal takes on disk, in bytes. */
  long bytes();

  /** How many observations a reader has not passed yet. */
  long lag(Reader reader);

  @Override
  void close();
}
