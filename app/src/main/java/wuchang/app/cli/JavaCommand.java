package wuchang.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How this Java is started once more. */
public final class JavaCommand {
  /** From there on native code has to be allowed by name. */
  private static final int NATIVE_BY_NAME = 22;

  /**
   * From there on Netty cannot free its buffers unless that is allowed: a broker does not start.
   */
  private static final int UNSAFE_BY_NAME = 23;

  private JavaCommand() {}

  /** The program and the options that the launcher gives it, too. */
  public static List<String> start() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    int feature = Runtime.version().feature();
    if (feature >= NATIVE_BY_NAME) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    if (feature >= UNSAFE_BY_NAME) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    return command;
  }
}
