package wuchang.app.command;

import wuchang.simulators.replay.Progress;
import wuchang.simulators.replay.TerminalProgress;

/** Whether somebody is watching; the launcher knows, Java cannot ask about standard error alone. */
final class Terminal {
  private static final String PROPERTY = "wuchang.terminal";

  private Terminal() {}

  static boolean isStandardError() {
    return Boolean.getBoolean(PROPERTY);
  }

  /** Shows how far long work has come, where somebody sees it. */
  static Progress progress(String unit) {
    return isStandardError() ? new TerminalProgress(System.err, unit) : Progress.SILENT;
  }
}
