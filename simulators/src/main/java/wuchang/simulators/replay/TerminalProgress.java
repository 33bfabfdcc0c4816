package wuchang.simulators.replay;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** One line on a terminal, written over twice a second: how much, how fast, how long still. */
public final class TerminalProgress implements Progress {
  private static final long PAUSE_NANOS = 500_000_000L;

  private final PrintStream terminal;
  private final String unit;
  private final long started = System.nanoTime();
  private long shown = started;

  /** For a stream that is known to be a terminal. */
  public TerminalProgress(PrintStream terminal) {
    this(terminal, "rows");
  }

  /**
   * The same.
   *
   * @param unit of what is done
   */
  public TerminalProgress(PrintStream terminal, String unit) {
    this.terminal = terminal;
    this.unit = unit;
  }

  @Override
  public void reached(long done, long all) {
    long now = System.nanoTime();
    if (now - shown >= PAUSE_NANOS || done == all) {
      shown = now;
      terminal.print("\r" + line(done, all, unit, Duration.ofNanos(now - started)) + "\u001b[K");
      if (done == all) {
        terminal.println();
      }
    }
  }

  static String line(long done, long all, String unit, Duration taken) {
    double rate = done / Math.max(taken.toNanos() / 1e9, 1e-3);
    String left =
        rate > 0 ? left(Duration.ofSeconds((long) Math.ceil((all - done) / rate))) : "unknown";
    return String.format(
        Locale.ROOT, "%,d of %,d %s, %,.0f %s/s, %s left", done, all, unit, rate, unit, left);
  }

  private static String left(Duration time) {
    return time.toHours() > 0
        ? time.toHours() + " h " + time.toMinutesPart() + " min"
        : time.toMinutes() > 0
            ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
            : time.toSeconds() + " s";
  }
}
