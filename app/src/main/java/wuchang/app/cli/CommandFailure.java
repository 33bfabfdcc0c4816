package wuchang.app.cli;

import java.util.List;

/**
 * A command cannot do what it was asked: not a bug, but something the user can change. What it says
 * goes to standard error line by line, without a stack trace.
 */
public final class CommandFailure extends Exception {
  private static final long serialVersionUID = 1;

  private final int exitCode;
  private final transient List<String> lines;

  private CommandFailure(int exitCode, List<String> lines) {
    super(String.join(" ", lines));
    this.exitCode = exitCode;
    this.lines = List.copyOf(lines);
  }

  /** The work failed: exit code 1. A line may begin with the command, as {@code wuchang demo:}. */
  public static CommandFailure failed(String line) {
    return new CommandFailure(ExitCode.FAILED, List.of(named(line)));
  }

  /** The command was used in a wrong way: exit code 2. */
  public static CommandFailure wrongUse(String line) {
    return new CommandFailure(ExitCode.WRONG_USE, List.of(named(line)));
  }

  /** What the command was given is invalid: the lines as they stand, exit code 2. */
  public static CommandFailure invalid(List<String> lines) {
    return new CommandFailure(ExitCode.WRONG_USE, lines);
  }

  private static String named(String line) {
    return line.startsWith("wuchang ") ? line : "wuchang: " + line;
  }

  public int exitCode() {
    return exitCode;
  }

  public List<String> lines() {
    return lines;
  }
}
