package wuchang.embedded.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server of a cluster: started, watched and stopped. */
final class Server {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);

  /** Long enough for a recovery after a power cut. */
  private static final Duration START = Duration.ofMinutes(5);

  private static final int ATTEMPTS = 5;

  private final Seat seat;
  private final Cluster cluster;
  private final Postmaster postmaster;
  private final Leash leash;

  private Server(Seat seat, Cluster cluster, Postmaster postmaster, Leash leash) {
    this.seat = seat;
    this.cluster = cluster;
    this.postmaster = postmaster;
    this.leash = leash;
  }

  /** Stops what an earlier Wuchang has left running here, and clears a note of what is no more. */
  static void clear(Cluster cluster) throws IOException {
    Optional<Postmaster> noted = Postmaster.noted(cluster.directory());
    if (noted.isEmpty()) {
      return;
    }
    Postmaster leftover = noted.get();
    Optional<Boolean> ours =
        leftover.isAlive() ? leftover.serves(cluster.directory()) : Optional.of(false);
    if (ours.orElse(false)) {
      LOG.warn("event=postgres_leftover_stopped pid={} port={}", leftover.pid(), leftover.port());
      leftover.stop();
    } else if (ours.isPresent()) {
      // The number may since belong to somebody else's process, which PostgreSQL would believe.
      Files.deleteIfExists(cluster.directory().resolve("postmaster.pid"));
    }
  }

  /** Starts on the wanted port or, where it is taken, on another. */
  static Server start(Seat seat, Cluster cluster, int wanted) throws IOException {
    int port = Ports.free(wanted);
    for (int attempt = 1; ; attempt++) {
      long logged = cluster.logSize();
      Optional<Server> server = attempt(seat, cluster, port);
      if (server.isPresent()) {
        return server.get();
      }
      if (attempt == ATTEMPTS || !cluster.logSince(logged).contains("could not bind")) {
        throw failed(cluster, "did not start");
      }
      // Somebody took it between our look and the start.
      port = Ports.free(0);
    }
  }

  /** Starts again after the server died by itself, on the same port: the address must hold. */
  Server again() throws IOException {
    leash.close();
    clear(cluster);
    if (Ports.free(postmaster.port()) != postmaster.port()) {
      throw failed(cluster, "cannot start again: another has taken port " + postmaster.port());
    }
    Optional<Server> server = attempt(seat, cluster, postmaster.port());
    if (server.isEmpty()) {
      throw failed(cluster, "did not start again");
    }
    return server.get();
  }

  boolean isRunning() {
    return postmaster.isAlive();
  }

  Postmaster postmaster() {
    return postmaster;
  }

  Cluster cluster() {
    return cluster;
  }

  void stop() {
    postmaster.stop();
    leash.close();
  }

  private static Optional<Server> attempt(Seat seat, Cluster cluster, int port) throws IOException {
    cluster.configure(port);
    // pg_ctl gives the server a session of its own, so that Ctrl-C reaches only Wuchang.
    Command.Outcome outcome =
        Command.run(
            seat.account()
                .words(
                    seat.binaries().program("pg_ctl"),
                    "start",
                    "--pgdata=" + cluster.directory(),
                    "--log=" + cluster.log(),
                    "--wait",
                    "--timeout=" + START.toSeconds()),
            START.plusMinutes(1));
    if (!outcome.ok()) {
      LOG.debug("event=postgres_not_started said=\"{}\"", outcome.output());
      return Optional.empty();
    }
    Optional<Postmaster> postmaster =
        Postmaster.noted(cluster.directory())
            .filter(p -> p.isAlive() && p.port() == port)
            .filter(p -> p.serves(cluster.directory()).orElse(true));
    if (postmaster.isEmpty()) {
      throw failed(cluster, "started and was gone");
    }
    Leash leash = Leash.on(postmaster.get().pid());
    return Optional.of(new Server(seat, cluster, postmaster.get(), leash));
  }

  private static PostgresUnusable failed(Cluster cluster, String problem) throws IOException {
    return new PostgresUnusable(
        "PostgreSQL in "
            + cluster.directory()
            + " "
            + problem
            + ". The end of its log, "
            + cluster.log()
            + ":\n"
            + cluster.logTail()
            + "\nIs there room on the disk, and does the directory belong to whoever ran it"
            + " before? Remove the directory only if its records may be lost");
  }
}
