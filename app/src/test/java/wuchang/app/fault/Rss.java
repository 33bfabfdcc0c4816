package wuchang.app.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process has had in memory at most, where the system tells. */
final class Rss {
  private Rss() {}

  /** In megabytes; 0 where the system does not tell. */
  static long peak(Serving server) throws IOException {
    Path status = Path.of("/proc", Long.toString(server.pid()), "status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }
}
