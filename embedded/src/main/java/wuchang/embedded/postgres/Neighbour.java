package wuchang.embedded.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The server that another Wuchang of this machine has running in a directory, and how to sign in
 * there as it does. The directory stays the other's: it starts and stops the server.
 */
public record Neighbour(String jdbcUrl, String username, String password, Path dataDirectory) {
  /** The running server of a directory; empty when none runs, and nothing is started. */
  public static Optional<Neighbour> in(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return Optional.empty();
    }
    Path home = directory.toRealPath();
    Path cluster = Seat.noted(home).resolve("cluster");
    Credentials credentials = Credentials.in(home);
    return Postmaster.noted(cluster)
        .filter(Postmaster::isAlive)
        .filter(postmaster -> postmaster.serves(cluster).orElse(true) && !credentials.isNew())
        .map(
            postmaster ->
                new Neighbour(
                    "jdbc:postgresql://127.0.0.1:" + postmaster.port() + "/" + Credentials.DATABASE,
                    Credentials.USER,
                    credentials.password(),
                    cluster));
  }

  /** Without the password. */
  @Override
  public String toString() {
    return jdbcUrl + " as " + username;
  }
}
