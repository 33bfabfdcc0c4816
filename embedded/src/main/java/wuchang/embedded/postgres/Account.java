package wuchang.embedded.postgres;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * As whom the server runs: PostgreSQL refuses to be root. The prefix stands before each of its
 * programs.
 *
 * @param user who must own what the server writes; empty when that is whoever runs Wuchang
 */
record Account(String name, List<String> prefix, Optional<String> user) {
  private static final Duration SOON = Duration.ofSeconds(30);

  /** As the ordinary user who runs Wuchang. */
  static final Account SELF = new Account("this user", List.of(), Optional.empty());

  /** As root who is nobody in a user namespace of its own: root's files, no root's rights. */
  static final Account NAMESPACE =
      new Account("unshare -U", List.of("unshare", "-U"), Optional.empty());

  /** As nobody, on files that nobody owns; for where user namespaces are forbidden. */
  static final Account NOBODY =
      new Account(
          "setpriv as nobody",
          List.of("setpriv", "--reuid=nobody", "--regid=65534", "--clear-groups", "--no-new-privs"),
          Optional.of("nobody"));

  Account {
    prefix = List.copyOf(prefix);
  }

  /** Whom to try, best first, when the files we make belong to that user id. */
  static List<Account> candidates(int userId) {
    return userId == 0 ? List.of(NAMESPACE, NOBODY) : List.of(SELF);
  }

  /** The user id of this process, told by a file that it made. */
  static int userIdOf(Path ownFile) throws IOException {
    return (Integer) Files.getAttribute(ownFile, "unix:uid");
  }

  List<String> words(Path program, String... arguments) {
    List<String> words = new ArrayList<>(prefix);
    words.add(program.toString());
    words.addAll(List.of(arguments));
    return words;
  }

  /** Who must own the server's files, {@code self} being whoever runs Wuchang. */
  UserPrincipal owner(UserPrincipal self, FileSystem files) throws IOException {
    return user.isEmpty()
        ? self
        : files.getUserPrincipalLookupService().lookupPrincipalByName(user.get());
  }

  /** Why a server could not run so, here; empty when it can. Tried, not guessed. */
  Optional<String> objection(Path server, Binaries binaries) {
    List<String> words = new ArrayList<>(prefix);
    words.addAll(
        List.of("sh", "-c", "mkdir \"$1/probe\" && rmdir \"$1/probe\" && exec \"$2\" --version"));
    words.addAll(List.of("sh", server.toString(), binaries.program("postgres").toString()));
    Command.Outcome outcome = Command.run(words, SOON);
    return outcome.ok() ? Optional.empty() : Optional.of(name + ": " + outcome.output());
  }
}
