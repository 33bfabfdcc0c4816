package wuchang.app.cli;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line. A command is a picocli command object that was given all it needs by its
 * constructor; one with subcommands of its own comes as a {@link CommandLine}. Only commands that
 * are handed in exist, and only they are listed.
 *
 * <p>Wrong use costs one line on standard error and exit code 2, never a page of help; an exception
 * other than {@link CommandFailure} is a bug and shows its stack trace.
 */
public final class Cli {
  private static final int WIDTH = 100;

  private final CommandLine root = new CommandLine(new WuchangCommand());
  private final Output output;

  public Cli(Output output, List<?> commands) {
    this.output = output;
    commands.forEach(root::addSubcommand);
    teach(root);
    root.setOut(output.out())
        .setErr(output.err())
        .setUsageHelpWidth(WIDTH)
        .setExpandAtFiles(false)
        .setParameterExceptionHandler(this::wrongUse)
        .setExecutionExceptionHandler(this::failed);
  }

  /** Runs a command and returns its exit code. */
  public int run(String... arguments) {
    int exitCode = root.execute(isUnknown(arguments) ? Arrays.copyOf(arguments, 1) : arguments);
    output.out().flush();
    output.err().flush();
    return exitCode;
  }

  /** There is no help about a command that does not exist: asking for it is wrong use, too. */
  private boolean isUnknown(String[] arguments) {
    return arguments.length > 0
        && !arguments[0].startsWith("-")
        && !root.getSubcommands().containsKey(arguments[0]);
  }

  /** Every command knows {@code --help} and {@code --version}. */
  private static void teach(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    spec.versionProvider(new Version());
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Show this help and exit.")
            .build());
    spec.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("Show the version and exit.")
            .build());
    command.getSubcommands().values().forEach(Cli::teach);
  }

  private int wrongUse(ParameterException problem, String[] arguments) {
    String command = problem.getCommandLine().getCommandSpec().qualifiedName();
    String help = "; see " + command + " --help";
    output.err().println(oneLine(command + ": " + reason(problem) + help));
    return ExitCode.WRONG_USE;
  }

  private static String reason(ParameterException problem) {
    if (problem instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      return unknown(unmatched);
    }
    return "Missing required subcommand".equals(problem.getMessage())
        ? "no command given"
        : String.valueOf(problem.getMessage());
  }

  private static String unknown(UnmatchedArgumentException unmatched) {
    String first = unmatched.getUnmatched().get(0);
    boolean option = first.startsWith("-");
    boolean command = !unmatched.getCommandLine().getSubcommands().isEmpty();
    String what = option ? "option" : command ? "command" : "argument";
    List<String> near = unmatched.getSuggestions();
    String meant = near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
    return "unknown " + what + " «" + first + "»" + meant;
  }

  private int failed(Exception problem, CommandLine command, ParseResult parsed) {
    if (problem instanceof CommandFailure failure) {
      failure.lines().forEach(line -> output.err().println(oneLine(line)));
      return failure.exitCode();
    }
    output.err().println("wuchang: this is a bug; please report it with the lines below");
    problem.printStackTrace(output.err());
    return ExitCode.FAILED;
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
