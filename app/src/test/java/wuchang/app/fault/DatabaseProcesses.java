package wuchang.app.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The processes of a server's embedded database, to be killed or frozen. */
record DatabaseProcesses(Path directory) {
  static DatabaseProcesses of(Canteen canteen) {
    return new DatabaseProcesses(canteen.home().resolve("db"));
  }

  /** The first of them; empty while there is none. */
  Optional<ProcessHandle> postmaster() {
    Path file = directory.resolve("server/cluster/postmaster.pid");
    try (Stream<String> lines = Files.lines(file)) {
      return lines.findFirst().flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** As the machine's memory killer would end it. */
  void killPostmaster() {
    postmaster().ifPresent(ProcessHandle::destroyForcibly);
  }

  /** The postmaster starts all the others anew then. */
  void killOneBackend() {
    postmaster().flatMap(p -> p.children().findAny()).ifPresent(ProcessHandle::destroyForcibly);
  }

  /** None of them runs until what is returned is closed. */
  Frozen freeze() {
    ScheduledExecutorService again = Executors.newSingleThreadScheduledExecutor();
    again.scheduleWithFixedDelay(() -> signal("-STOP"), 0, 500, TimeUnit.MILLISECONDS);
    return new Frozen(this, again);
  }

  /** As long as it is not closed. */
  record Frozen(DatabaseProcesses processes, ScheduledExecutorService again)
      implements AutoCloseable {
    @Override
    public void close() {
      again.shutdownNow();
      processes.signal("-CONT");
    }
  }

  private void signal(String name) {
    List<String> pids =
        postmaster().stream()
            .flatMap(p -> Stream.concat(Stream.of(p), p.descendants()))
            .map(p -> Long.toString(p.pid()))
            .toList();
    for (String pid : pids) {
      try {
        new ProcessBuilder("kill", name, pid)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
