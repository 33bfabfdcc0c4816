package wuchang.embedded.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The server process that {@code postmaster.pid} of a cluster names. */
record Postmaster(long pid, int port) {
  private static final Duration FAST = Duration.ofSeconds(60);
  private static final Duration AT_ONCE = Duration.ofSeconds(15);
  private static final long LOOK_EVERY_NANOS = Duration.ofMillis(20).toNanos();

  /** What the file says, whether or not such a process exists. */
  static Optional<Postmaster> noted(Path cluster) {
    try {
      List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
      int port = lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0;
      return Optional.of(new Postmaster(Long.parseLong(lines.get(0).strip()), port));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  boolean isAlive() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent() && !isZombie();
  }

  /**
   * Whether the process is a server of that cluster, by its command line; empty when the system
   * does not tell.
   */
  Optional<Boolean> serves(Path cluster) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().arguments())
        .map(arguments -> List.of(arguments).contains(cluster.toString()));
  }

  /** Ends sessions, writes everything out and ends; after a minute it ends without writing. */
  void stop() {
    signal("CONT");
    signal("INT");
    if (!isGoneWithin(FAST)) {
      signal("QUIT");
      if (!isGoneWithin(AT_ONCE)) {
        throw new PostgresUnusable(
            "PostgreSQL, process " + pid + ", does not stop; end it by hand");
      }
    }
  }

  private void signal(String name) {
    // Java can send only TERM, at which PostgreSQL would wait for its clients to go.
    Command.run(
        List.of("sh", "-c", "kill -\"$1\" \"$2\"", "sh", name, Long.toString(pid)), AT_ONCE);
  }

  private boolean isGoneWithin(Duration limit) {
    for (long waited = 0; waited < limit.toNanos(); waited += LOOK_EVERY_NANOS) {
      if (!isAlive()) {
        return true;
      }
      LockSupport.parkNanos(LOOK_EVERY_NANOS);
    }
    return !isAlive();
  }

  /** Dead but not fetched by its parent, as in a container whose first process is Wuchang. */
  private boolean isZombie() {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z");
    } catch (IOException e) {
      return false;
    }
  }
}
