package wuchang.console.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wuchang.console.fake.DemoSite;
import wuchang.console.fake.SettableClock;
import wuchang.console.store.AccountStore;
import wuchang.domain.AreaId;
import wuchang.domain.PersonId;
import wuchang.domain.site.Role;

class AccountsTest {
  private static final PersonId ZHANG = PersonId.of("zhang");
  private static final String PASSWORD = "long enough";

  @TempDir Path directory;

  private final SettableClock clock = SettableClock.at("2026-11-23T10:00:00Z");
  private AccountStore store;
  private AccountStore otherProcess;
  private Accounts accounts;
  private Accounts commandLine;

  @BeforeEach
  void open() {
    store = AccountStore.open(directory);
    otherProcess = AccountStore.open(directory);
    accounts = accounts(store);
    commandLine = accounts(otherProcess);
  }

  @AfterEach
  void close() {
    store.close();
    otherProcess.close();
  }

  @Test
  void knows_who_has_the_right_password_only() {
    accounts.add(NewAccount.of(ZHANG, Role.OPERATION), PASSWORD);

    assertThat(accounts.authenticate("zhang", PASSWORD))
        .map(Account::role)
        .contains(Role.OPERATION);
    assertThat(accounts.authenticate("zhang", PASSWORD + " ")).isEmpty();
    assertThat(accounts.authenticate("nobody", PASSWORD)).isEmpty();
    assertThat(accounts.authenticate("'; drop table account --", PASSWORD)).isEmpty();
  }

  @Test
  void what_one_process_writes_the_other_sees_at_once() {
    commandLine.add(NewAccount.of(ZHANG, Role.OPERATION), PASSWORD);
    assertThat(accounts.authenticate("zhang", PASSWORD)).isPresent();
    String token = commandLine.token(ZHANG);
    assertThat(accounts.byToken(token)).isPresent();

    commandLine.disable(ZHANG);

    assertThat(accounts.authenticate("zhang", PASSWORD)).isEmpty();
    assertThat(accounts.byToken(token)).isEmpty();
    assertThat(accounts.find(ZHANG)).isEmpty();
    assertThat(accounts.list()).extracting(Account::disabled).containsExactly(true);
  }

  @Test
  void two_processes_write_at_the_same_time_and_nothing_is_lost() throws Exception {
    accounts.add(NewAccount.of(ZHANG, Role.OPERATION), PASSWORD);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<List<String>>> both =
          threads.invokeAll(
              Stream.of(accounts, commandLine)
                  .<Callable<List<String>>>map(a -> () -> tokens(a))
                  .toList());
      for (Future<List<String>> made : both) {
        assertThat(made.get()).allSatisfy(t -> assertThat(accounts.byToken(t)).isPresent());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void makes_the_first_administrator_once_whichever_process_comes_first() {
    Optional<String> password = commandLine.firstAdmin();

    assertThat(accounts.firstAdmin()).isEmpty();
    assertThat(password.orElseThrow()).matches("([a-z2-9]{5}-){3}[a-z2-9]{5}");
    assertThat(accounts.authenticate("admin", password.orElseThrow()))
        .hasValueSatisfying(
            account -> {
              assertThat(account.role()).isEqualTo(Role.ADMIN);
              assertThat(account.oneTimePassword()).isTrue();
            });
  }

  @Test
  void a_password_of_ones_own_is_no_one_time_password() {
    accounts.firstAdmin();
    accounts.passwd(Accounts.FIRST, PASSWORD);

    assertThat(accounts.authenticate("admin", PASSWORD))
        .map(Account::oneTimePassword)
        .contains(false);
  }

  @Test
  void keeps_neither_passwords_nor_tokens_nor_cookies_in_clear() throws IOException {
    accounts.add(NewAccount.of(ZHANG, Role.ADMIN), PASSWORD);
    String token = accounts.token(ZHANG);
    String cookie = accounts.sessions().begin(ZHANG);

    String everything = everyByte();
    assertThat(everything).contains("zhang", "$argon2id$v=19$");
    assertThat(everything).doesNotContain(PASSWORD, token, token.substring(4), cookie);
  }

  @Test
  void the_file_is_for_its_owner_only() throws IOException {
    assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
    accounts.add(NewAccount.of(ZHANG, Role.ADMIN), PASSWORD);

    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  void an_inspector_comes_in_until_the_end_of_its_last_day_at_the_site() {
    LocalDate last = LocalDate.of(2026, 11, 23);
    accounts.add(new NewAccount(ZHANG, Role.INSPECTOR, Set.of(), Optional.of(last)), PASSWORD);

    clock.advance(Duration.ofHours(6).minusSeconds(1));
    assertThat(accounts.find(ZHANG)).isPresent();
    clock.advance(Duration.ofSeconds(1));
    assertThat(accounts.find(ZHANG)).isEmpty();
  }

  @Test
  void a_contractor_sees_its_own_areas_and_those_that_name_it() {
    PersonId coldco = PersonId.of("coldco");
    Set<AreaId> wash = Set.of(DemoSite.WASH);
    accounts.add(new NewAccount(coldco, Role.CONTRACTOR, wash, Optional.empty()), PASSWORD);

    Account account = accounts.find(coldco).orElseThrow();
    assertThat(DemoSite.site().areas().keySet())
        .filteredOn(area -> account.sees(area, DemoSite.site()))
        .containsExactly(DemoSite.COLD, DemoSite.WASH);
  }

  @Test
  void says_what_cannot_be_done() {
    accounts.add(NewAccount.of(ZHANG, Role.ADMIN), PASSWORD);

    refuses(() -> accounts.add(NewAccount.of(ZHANG, Role.VIEWER), PASSWORD), "already");
    refuses(() -> accounts.add(NewAccount.of(PersonId.of("li"), Role.VIEWER), "short"), "8 to 256");
    refuses(() -> accounts.passwd(PersonId.of("li"), PASSWORD), "no account «li»");
    refuses(() -> accounts.disable(PersonId.of("li")), "no account «li»");
    refuses(() -> accounts.token(PersonId.of("li")), "no account «li»");
  }

  @Test
  void a_session_ends_with_disuse_with_age_with_a_new_password_and_by_signing_out() {
    accounts.add(NewAccount.of(ZHANG, Role.OPERATION), PASSWORD);
    Sessions sessions = accounts.sessions();

    String unused = sessions.begin(ZHANG);
    clock.advance(Sessions.IDLE);
    assertThat(sessions.find(unused)).isEmpty();

    String used = sessions.begin(ZHANG);
    for (int day = 1; day < 30; day++) {
      clock.advance(Duration.ofDays(1));
      assertThat(sessions.find(used)).as("day %d", day).isPresent();
    }
    clock.advance(Duration.ofDays(1));
    assertThat(sessions.find(used)).isEmpty();

    String changed = sessions.begin(ZHANG);
    commandLine.passwd(ZHANG, "another one");
    assertThat(sessions.find(changed)).isEmpty();

    String ended = sessions.begin(ZHANG);
    sessions.end(ended);
    assertThat(sessions.find(ended)).isEmpty();
    assertThat(sessions.find("made up")).isEmpty();
  }

  @Test
  void a_session_outlives_a_restart() {
    accounts.add(NewAccount.of(ZHANG, Role.OPERATION), PASSWORD);
    String cookie = accounts.sessions().begin(ZHANG);
    store.close();

    store = AccountStore.open(directory);

    assertThat(accounts(store).sessions().find(cookie)).map(Account::id).contains(ZHANG);
  }

  private static void refuses(Runnable act, String why) {
    assertThatThrownBy(act::run).isInstanceOf(AccountRefused.class).hasMessageContaining(why);
  }

  private static List<String> tokens(Accounts accounts) {
    return IntStream.range(0, 50).mapToObj(i -> accounts.token(ZHANG)).toList();
  }

  private Accounts accounts(AccountStore from) {
    return new Accounts(from, new Passwords(512, 1), clock, () -> ZoneId.of("Asia/Shanghai"));
  }

  private String everyByte() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }
}
