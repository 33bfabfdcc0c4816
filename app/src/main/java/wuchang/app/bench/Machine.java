package wuchang.app.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The machine on which a benchmark runs, and what it took of it. */
final class Machine {
  private Machine() {}

  /** What it is; the processor's name where the system tells. */
  static Map<String, String> description() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    words.put("arch", System.getProperty("os.arch"));
    field(Path.of("/proc/cpuinfo"), "model name").ifPresent(name -> words.put("processor", name));
    words.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    words.put("heap", Runtime.getRuntime().maxMemory() / (1 << 20) + " MB at most");
    words.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
    return words;
  }

  /** The processor time that this process has taken, in seconds. */
  static double cpuSeconds() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime() / 1e9
        : 0;
  }

  /** The most memory that this process has had, in MB; empty where the system does not tell. */
  static Optional<Double> peakMegabytes() {
    return Optional.of(peak(Path.of("/proc/self/status"))).filter(peak -> peak > 0);
  }

  /** The same of a process by its status file; 0 where the system does not tell. */
  static double peak(Path status) {
    return megabytes(status, "VmHWM");
  }

  /** What a process has of the memory now, by its status file, in MB; 0 where nobody tells. */
  static double resident(Path status) {
    return megabytes(status, "VmRSS");
  }

  private static double megabytes(Path status, String name) {
    return field(status, name)
        .map(text -> Double.parseDouble(text.replace("kB", "").strip()) / 1024)
        .orElse(0.0);
  }

  private static Optional<String> field(Path file, String name) {
    try (var lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
