package wuchang.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What processes took of the machine, as {@code /proc} tells it; nothing where there is none.
 *
 * @param cpuSeconds their processor time, with that of their children that have ended
 * @param peakMegabytes the sum of the most memory each has had; shared pages count in each
 */
record Usage(double cpuSeconds, double peakMegabytes) {
  /** Linux tells times in hundredths of a second, whatever its own tick is. */
  private static final double TICKS = 100;

  /** Fields after the name of the process: utime, stime, cutime, cstime. */
  private static final int UTIME = 11;

  private static final int CSTIME = 14;

  /** A process, with its children when it is a family. */
  static Usage of(long pid, boolean family) {
    Stream<Long> all =
        Stream.concat(
            Stream.of(pid),
            ProcessHandle.of(pid).filter(own -> family).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid));
    List<Usage> each = all.map(Usage::one).toList();
    return new Usage(
        each.stream().mapToDouble(Usage::cpuSeconds).sum(),
        each.stream().mapToDouble(Usage::peakMegabytes).sum());
  }

  /** What a process has of the memory now, in MB. */
  static double resident(long pid) {
    return Machine.resident(Path.of("/proc", Long.toString(pid), "status"));
  }

  /** All processes of the PostgreSQL whose records are in a directory. */
  static Usage ofDatabase(Path directory) throws IOException {
    String pid = Files.readAllLines(directory.resolve("postmaster.pid")).get(0);
    return of(Long.parseLong(pid.strip()), true);
  }

  private static Usage one(long pid) {
    Path process = Path.of("/proc", Long.toString(pid));
    return new Usage(cpu(process.resolve("stat")), Machine.peak(process.resolve("status")));
  }

  private static double cpu(Path stat) {
    try {
      String text = Files.readString(stat);
      String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
      double ticks = 0;
      for (int i = UTIME; i <= CSTIME; i++) {
        ticks += Long.parseLong(fields[i]);
      }
      return ticks / TICKS;
    } catch (IOException e) {
      return 0;
    }
  }
}
