package wuchang.app.laboratory;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** One line on a terminal, written over twice a second: how much, how fast, how long still. */
final class ProgressLine {
  private static final long PAUSE_NANOS = 500_000_000L;
  private static final String CLEAR = "\r\u001b[K";

  private final PrintWriter terminal;
  private final boolean isTerminal;
  private final String work;
  private final long started = System.nanoTime();
  private long shown = started;

  ProgressLine(PrintWriter err, boolean isTerminal, String work) {
    this.terminal = err;
    this.isTerminal = isTerminal;
    this.work = work;
  }

  /**
   * @param share of the whole that is done, from 0 to 1; NaN when that is not known
   */
  void reached(long rows, double share) {
    long now = System.nanoTime();
    if (isTerminal && now - shown >= PAUSE_NANOS) {
      shown = now;
      terminal.print(CLEAR + line(rows, share, Duration.ofNanos(now - started)));
      terminal.flush();
    }
  }

  /** Takes the line away. */
  void done() {
    if (isTerminal) {
      terminal.print(CLEAR);
      terminal.flush();
    }
  }

  String line(long rows, double share, Duration taken) {
    double seconds = Math.max(taken.toNanos() / 1e9, 1e-3);
    String rate =
        String.format(Locale.ROOT, "%s: %,d rows, %,.0f rows/s", work, rows, rows / seconds);
    if (!(share > 0)) {
      return rate;
    }
    long left = (long) Math.ceil(seconds * (1 - share) / share);
    return String.format(
        Locale.ROOT, "%s, %.0f %%, %d:%02d left", rate, share * 100, left / 60, left % 60);
  }
}
