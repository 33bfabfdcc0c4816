package wuchang.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As whom the server runs. As an ordinary user most of this cannot be tried, and says so. */
class AccountTest {
  private static final Account FORBIDDEN =
      new Account("forbidden", List.of("false"), Optional.empty());

  @TempDir Path directory;
  private Places places;

  @BeforeEach
  void places() {
    places = new Places(Places.usual().cache(), directory.resolve("elsewhere"));
  }

  @Test
  void an_ordinary_user_needs_no_detour() {
    assertThat(Account.candidates(1000)).containsExactly(Account.SELF);
  }

  @Test
  void root_runs_it_in_a_user_namespace() throws IOException, SQLException {
    assumeRoot();
    assumeTrue(works(Account.NAMESPACE), "user namespaces are forbidden here");

    runsAs(directory.resolve("db"), Account.NAMESPACE);

    assertThat(Files.getOwner(directory.resolve("db/server/cluster")).getName()).isEqualTo("root");
  }

  @Test
  void root_runs_it_as_nobody_where_user_namespaces_are_forbidden()
      throws IOException, SQLException {
    assumeRoot();
    assumeTrue(works(Account.NOBODY), "setpriv is missing here");
    open(directory);

    runsAs(directory.resolve("db"), FORBIDDEN, Account.NOBODY);

    Path home = directory.resolve("db");
    assertThat(Files.getOwner(home.resolve("server/cluster")).getName()).isEqualTo("nobody");
    assertThat(Files.getOwner(home.resolve("password")).getName()).isEqualTo("root");
    runsAs(home, Account.NAMESPACE);
    runsAs(home, FORBIDDEN, Account.NOBODY);
  }

  @Test
  void root_gives_nobody_a_directory_of_its_own_when_it_may_not_enter_the_given_one()
      throws IOException, SQLException {
    assumeRoot();
    assumeTrue(works(Account.NOBODY), "setpriv is missing here");
    open(directory);
    Path closed = Files.createDirectory(directory.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));

    Path first = runsAs(closed.resolve("db"), FORBIDDEN, Account.NOBODY);
    Path second = runsAs(closed.resolve("db"), Account.NAMESPACE, Account.NOBODY);

    assertThat(first).startsWith(directory.resolve("elsewhere").toRealPath()).isEqualTo(second);
  }

  @Test
  void tells_for_each_account_why_it_cannot() {
    assertThatThrownBy(() -> start(directory.resolve("db"), FORBIDDEN))
        .isInstanceOf(PostgresUnusable.class)
        .hasMessageContaining(directory.toString())
        .hasMessageContaining("forbidden")
        .hasMessageContaining("Run Wuchang as an ordinary user");
  }

  @Test
  void an_ordinary_user_started_by_root_runs_it_directly() throws IOException {
    assumeRoot();
    assumeTrue(works(Account.NOBODY), "setpriv is missing here");
    open(directory);
    Path home = Files.createDirectory(directory.resolve("nobodys"));
    Files.setOwner(home, Account.NOBODY.owner(Files.getOwner(home), home.getFileSystem()));
    Path classes = Files.createDirectory(directory.resolve("classes"));

    Command.Outcome outcome =
        Command.run(OrdinaryUser.command(home, classes), Duration.ofMinutes(2));

    assertThat(outcome.output()).contains("answer 42 directly");
    assertThat(outcome.exit()).isZero();
  }

  private Path runsAs(Path home, Account... accounts) throws SQLException {
    try (EmbeddedPostgres postgres = start(home, accounts);
        Session session = Session.with(postgres)) {
      assertThat(session.ask("show data_directory")).isEqualTo(postgres.dataDirectory().toString());
      return postgres.dataDirectory();
    }
  }

  private EmbeddedPostgres start(Path home, Account... accounts) {
    return EmbeddedPostgres.start(home, 0, places, userId -> List.of(accounts));
  }

  private static void assumeRoot() throws IOException {
    Path own = Files.createTempFile("wuchang-test", "");
    int userId = Account.userIdOf(own);
    Files.delete(own);
    assumeTrue(userId == 0, "only root can become somebody else; this is user " + userId);
  }

  private static boolean works(Account account) {
    List<String> words = account.words(Path.of("true"));
    return Command.run(words, Duration.ofSeconds(10)).ok();
  }

  /** JUnit closes its directories to others. */
  private static void open(Path directory) throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
