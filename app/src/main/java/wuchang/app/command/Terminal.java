package wuchang.app.command;

/** Whether somebody is watching; the launcher knows, Java cannot ask about standard error alone. */
final class Terminal {
  private static final String PROPERTY = "wuchang.terminal";

  private Terminal() {}

  static boolean isStandardError() {
    return Boolean.getBoolean(PROPERTY);
  }
}
