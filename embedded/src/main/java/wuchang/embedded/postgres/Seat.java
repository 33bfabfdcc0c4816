package wuchang.embedded.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the server's files are, as whom it runs, and its programs. Usually all is below the given
 * directory; a user without rights who may not enter there gets a directory of its own, and the
 * given one keeps a note of where that is.
 */
record Seat(Path server, Account account, Binaries binaries) {
  private static final Logger LOG = LoggerFactory.getLogger(Seat.class);
  private static final String NOTE = "server.location";

  /** What a seat is chosen from. */
  record Choices(Path directory, Places places, List<Account> accounts) {
    Choices {
      accounts = List.copyOf(accounts);
    }
  }

  /**
   * The first account that works, on the files that are already there if any are.
   *
   * @throws PostgresUnusable naming for each account why it does not
   */
  static Seat choose(Choices choices, UserPrincipal self) throws IOException {
    List<String> objections = new ArrayList<>();
    Path note = choices.directory().resolve(NOTE);
    Path here = choices.directory().resolve("server");
    Path server = noted(choices.directory());
    Optional<Seat> seat = among(choices, self, server, objections);
    if (seat.isPresent()) {
      return seat.get();
    }
    if (server.equals(here) && !Files.exists(here.resolve("cluster"))) {
      Path apart = choices.places().elsewhere().resolve(UUID.randomUUID().toString());
      seat = among(choices, self, apart.resolve("server"), objections);
      if (seat.isPresent()) {
        Files.writeString(note, seat.get().server().toString());
        LOG.warn("event=postgres_apart directory={} server={}", here, seat.get().server());
        return seat.get();
      }
    }
    throw new PostgresUnusable(
        "PostgreSQL cannot run on "
            + choices.directory()
            + ": "
            + String.join("; ", objections)
            + ". Run Wuchang as an ordinary user who owns that directory, or allow user namespaces"
            + " or setpriv, or set storage.url to a database of your own");
  }

  /** Where the server of a directory has its files. */
  static Path noted(Path directory) throws IOException {
    Path note = directory.resolve(NOTE);
    return Files.exists(note)
        ? Path.of(Files.readString(note).strip())
        : directory.resolve("server");
  }

  private static Optional<Seat> among(
      Choices choices, UserPrincipal self, Path server, List<String> objections)
      throws IOException {
    for (Account account : choices.accounts()) {
      prepare(server, account, self);
      for (Path cache : caches(choices, account, server)) {
        Binaries binaries = Binaries.in(cache);
        Optional<String> objection = account.objection(server, binaries);
        if (objection.isEmpty()) {
          return Optional.of(new Seat(server, account, binaries));
        }
        objections.add(objection.get());
      }
    }
    return Optional.empty();
  }

  /** A user without rights often cannot look into the home of root, where the usual cache is. */
  private static List<Path> caches(Choices choices, Account account, Path server) {
    Path usual = choices.places().cache();
    return account.user().isEmpty() ? List.of(usual) : List.of(usual, server.getParent());
  }

  private static void prepare(Path server, Account account, UserPrincipal self) throws IOException {
    Files.createDirectories(server);
    if (account.user().isPresent()) {
      // Another user has to pass through; what is secret in there has its own mode.
      Files.setPosixFilePermissions(
          server.getParent(), PosixFilePermissions.fromString("rwx--x--x"));
    }
    Trees.give(server, account.owner(self, server.getFileSystem()));
    Files.setPosixFilePermissions(server, PosixFilePermissions.fromString("rwx------"));
  }
}
