package wuchang.domain;

/**
 * The addresses by which stages speak to each other, and what goes over them. The bus is no queue:
 * what must not be lost is in the journal before anything is said here. Messages are immutable and
 * passed by reference.
 */
public final class Bus {
  /** {@link Tick}, published once a second of the system's clock. */
  public static final String TICK = "clock.tick";

  /** {@code Long}: the journal's end, published after each append. A nudge: readers may miss it. */
  public static final String JOURNALLED = "journal.appended";

  /** An empty string, published when the store is first reached and whenever it is back. */
  public static final String STORE_BACK = "store.back";

  /** {@link wuchang.domain.reading.Submission}, requested; answered with the number accepted. */
  public static final String SUBMISSIONS = "ingest.submissions";

  /**
   * {@link wuchang.domain.finding.Findings}, requested by the rules; answered when what follows
   * from them is on disk. The rules do not go on before.
   */
  public static final String FINDINGS = "rules.findings";

  /**
   * An empty string, requested; answered with {@link wuchang.domain.finding.DeviceStates} of every
   * device.
   */
  public static final String DEVICE_STATES = "rules.states";

  /**
   * {@link wuchang.domain.finding.DeviceStates} of the devices that changed, published at most once
   * a second.
   */
  public static final String DEVICES_CHANGED = "rules.changed";

  /**
   * {@link wuchang.domain.alert.AlertCommand}, requested; answered with {@link
   * wuchang.domain.alert.AlertCommand.Reply}.
   */
  public static final String ALERT_COMMANDS = "alerts.commands";

  /** {@link wuchang.domain.alert.AlertSteps}, published once they are on disk. */
  public static final String ALERT_STEPS = "alerts.steps";

  /**
   * {@link wuchang.domain.finding.CoverageSheet}, requested by the rules; answered with the number
   * of rows once they are in the store. Rules can work them out again, so they are in no journal.
   */
  public static final String COVERAGE = "rules.coverage";

  /**
   * {@link wuchang.domain.book.RecordCommand}, requested; answered with {@link
   * wuchang.domain.book.RecordCommand.Reply}.
   */
  public static final String RECORD_COMMANDS = "records.commands";

  /** {@link wuchang.domain.book.BookEntries}, published once they are on disk. */
  public static final String RECORDED = "records.written";

  private Bus() {}
}
