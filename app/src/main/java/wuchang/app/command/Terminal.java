package wuchang.app.command;

import wuchang.simulators.replay.Progress;
import wuchang.simulators.replay.TerminalProgress;

/** Standard error, when it is a terminal. */
final class Terminal {
  private Terminal() {}

  /** Shows how far long work has come, where somebody sees it. */
  static Progress progress(String unit) {
    return System.console() == null ? Progress.SILENT : new TerminalProgress(System.err, unit);
  }
}
