package wuchang.app.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import wuchang.app.cli.JavaCommand;

/** A command of Wuchang in a process of its own: the jar that was built, or these classes. */
final class Wuchang {
  private Wuchang() {}

  /** Starts it in a directory; what it prints is appended to files there, named after it. */
  static Process start(Path directory, String name, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(JavaCommand.start());
    command.addAll(
        List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8"));
    cache().ifPresent(cache -> command.add("-Dwuchang.cache=" + cache));
    Optional<String> jar = Optional.ofNullable(System.getProperty("wuchang.jar"));
    if (jar.isPresent()) {
      command.addAll(List.of("-jar", jar.get()));
    } else {
      command.addAll(List.of("-cp", System.getProperty("java.class.path"), "wuchang.app.Main"));
    }
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve(name + ".out").toFile()))
        .redirectError(ProcessBuilder.Redirect.appendTo(directory.resolve(name + ".err").toFile()))
        .start();
  }

  /** Asks it to end, and sees to it. */
  static void end(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static Optional<String> cache() {
    return Optional.ofNullable(System.getProperty("wuchang.cache"));
  }
}
