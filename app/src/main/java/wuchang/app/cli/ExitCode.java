package wuchang.app.cli;

/** How a command ended, as CONTRACT §1 numbers it. */
public final class ExitCode {
  /** Done; a server that was asked to stop and did. */
  public static final int DONE = 0;

  /** The work failed. */
  public static final int FAILED = 1;

  /** Wrong use or invalid input. */
  public static final int WRONG_USE = 2;

  /** A one-shot command was interrupted: 128 and the number of SIGINT. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
