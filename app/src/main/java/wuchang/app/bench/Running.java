package wuchang.app.bench;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import wuchang.app.cli.JavaCommand;

/** A process of a benchmark, and what it took of the machine as {@code /proc} tells it. */
final class Running implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;
  private static final int LOOK_MILLIS = 10;

  private final Process process;
  private final Path said;

  private Running(Process process, Path said) {
    this.process = process;
    this.said = said;
  }

  /** Starts it; what it says goes to a file. It ends with this process, too. */
  static Running start(Path directory, String name, List<String> command) throws IOException {
    return start(directory, name, command, Map.of());
  }

  private static Running start(
      Path directory, String name, List<String> command, Map<String, String> environment)
      throws IOException {
    Path said = directory.resolve(name + ".out");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    // As the launcher has it.
    builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
    builder.environment().putIfAbsent("MALLOC_TRIM_THRESHOLD_", "131072");
    builder.environment().putAll(environment);
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    return new Running(process, said);
  }

  /** A command of Wuchang, in a Java as the launcher would start it. */
  static Running wuchang(
      Path directory, String name, List<String> arguments, Map<String, String> environment)
      throws IOException {
    Stream<String> java =
        Stream.concat(
            JavaCommand.start().stream(),
            Stream.of(
                "-Xms32m",
                "-Xmx512m",
                "-XX:MinHeapFreeRatio=20",
                "-XX:MaxHeapFreeRatio=40",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8"));
    Stream<String> more = Stream.of(System.getProperty("wuchang.bench.java-opts", "").split(" "));
    Stream<String> main =
        Stream.of("-cp", System.getProperty("java.class.path"), "wuchang.app.Main");
    return start(
        directory,
        name,
        Stream.of(java, more.filter(option -> !option.isEmpty()), main, arguments.stream())
            .flatMap(each -> each)
            .toList(),
        environment);
  }

  /** How a server's tools reach it, by what it wrote into its data directory. */
  static String connection(Path data, String key) throws IOException {
    Properties all = new Properties();
    all.load(new StringReader(Files.readString(data.resolve("connections.properties"))));
    return all.getProperty(key, "");
  }

  /** Waits until a condition holds. */
  void await(String what, int seconds, Condition condition)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!condition.holds()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IOException(what + " did not come up; it said: " + tail());
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }

  /** Something that comes to hold. */
  @FunctionalInterface
  interface Condition {
    boolean holds() throws IOException;
  }

  String said() throws IOException {
    return Files.readString(said);
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private String tail() throws IOException {
    List<String> lines = Files.readAllLines(said);
    return String.join(" | ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
  }
}
