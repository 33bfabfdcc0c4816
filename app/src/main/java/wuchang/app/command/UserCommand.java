package wuchang.app.command;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import wuchang.app.cli.CommandFailure;
import wuchang.app.cli.ConfigFile;
import wuchang.app.cli.ExitCode;
import wuchang.app.cli.Output;
import wuchang.app.config.Config;
import wuchang.app.config.ConfigReader;
import wuchang.console.access.Account;
import wuchang.console.access.AccountRefused;
import wuchang.console.access.Accounts;
import wuchang.console.access.NewAccount;
import wuchang.console.access.Passwords;
import wuchang.console.store.AccountStore;
import wuchang.domain.AreaId;
import wuchang.domain.PersonId;
import wuchang.domain.site.Role;

/** {@code wuchang user}: the accounts of a site; works while the server runs. */
@Command(
    name = "user",
    synopsisSubcommandLabel = "add|passwd|token|list|disable",
    description = {
      "Keeps the accounts by which people and programs come in; works while the server runs.",
      "Passwords are asked for on the terminal, or read as one line from standard input.",
      ""
    })
public final class UserCommand {
  private final ConfigReader reader;
  private final InstantSource clock;
  private final Output output;

  public UserCommand(ConfigReader reader, InstantSource clock, Output output) {
    this.reader = reader;
    this.clock = clock;
    this.output = output;
  }

  @Command(
      name = "add",
      description = {"Adds an account.", ""})
  int add(
      @Mixin ConfigFile own,
      @Parameters(paramLabel = "NAME", description = "The account's name.") String name,
      @Option(
              names = "--role",
              paramLabel = "R",
              required = true,
              description =
                  "viewer, inspector, contractor, operation, management, decision or admin.")
          String role,
      @Option(
              names = "--areas",
              split = ",",
              paramLabel = "AREA",
              description = "For a contractor.")
          List<String> areas,
      @Option(names = "--until", paramLabel = "DATE", description = "The last day it is good for.")
          String until)
      throws CommandFailure {
    Role wanted =
        Role.of(role)
            .orElseThrow(
                () ->
                    CommandFailure.wrongUse(
                        "wuchang user add: «"
                            + role
                            + "» is no role; expected viewer, inspector, contractor, operation,"
                            + " management, decision or admin"));
    Optional<LocalDate> last = Optional.ofNullable(until).map(UserCommand::date);
    Set<AreaId> in =
        Optional.ofNullable(areas).orElse(List.of()).stream()
            .map(AreaId::of)
            .collect(Collectors.toSet());
    return with(
        own, accounts -> accounts.add(new NewAccount(person(name), wanted, in, last), password()));
  }

  @Command(
      name = "passwd",
      description = {"Sets a password; the account's sessions are over.", ""})
  int passwd(@Mixin ConfigFile own, @Parameters(paramLabel = "NAME") String name)
      throws CommandFailure {
    return with(own, accounts -> accounts.passwd(person(name), password()));
  }

  @Command(
      name = "token",
      description = {"Makes an API token and prints only that, once.", ""})
  int token(@Mixin ConfigFile own, @Parameters(paramLabel = "NAME") String name)
      throws CommandFailure {
    return with(own, accounts -> output.out().println(accounts.token(person(name))));
  }

  @Command(
      name = "disable",
      description = {"Shuts an account out at once, with its tokens.", ""})
  int disable(@Mixin ConfigFile own, @Parameters(paramLabel = "NAME") String name)
      throws CommandFailure {
    return with(own, accounts -> accounts.disable(person(name)));
  }

  @Command(
      name = "list",
      description = {"Lists the accounts.", ""})
  int list(@Mixin ConfigFile own) throws CommandFailure {
    return with(own, accounts -> output.out().print(table(accounts.list())));
  }

  /** What is done with the accounts; it may be refused. */
  private interface Deed {
    void to(Accounts accounts) throws CommandFailure;
  }

  private int with(ConfigFile own, Deed deed) throws CommandFailure {
    Config config = own.load(reader, output);
    try (AccountStore store = AccountStore.open(config.data())) {
      deed.to(new Accounts(store, new Passwords(), clock, () -> config.site().zone()));
      return ExitCode.DONE;
    } catch (AccountRefused e) {
      throw CommandFailure.failed("wuchang user: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw CommandFailure.wrongUse("wuchang user: " + e.getMessage());
    }
  }

  private static String table(List<Account> accounts) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("NAME", "ROLE", "AREAS", "UNTIL", "STATE"));
    for (Account account : accounts) {
      rows.add(
          List.of(
              account.id().value(),
              account.role().word(),
              account.areas().stream().map(AreaId::value).sorted().collect(Collectors.joining(",")),
              account.until().map(LocalDate::toString).orElse(""),
              account.disabled()
                  ? "disabled"
                  : account.oneTimePassword() ? "one-time password" : "active"));
    }
    return Columns.aligned(rows);
  }

  private static PersonId person(String name) {
    return PersonId.of(name);
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("«" + text + "» is no date; expected 2027-03-01");
    }
  }

  private String password() throws CommandFailure {
    Console terminal = System.console();
    if (terminal != null) {
      char[] typed = terminal.readPassword("Password: ");
      return typed == null ? "" : new String(typed);
    }
    try {
      String line =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw CommandFailure.failed("wuchang user: the password cannot be read: " + e.getMessage());
    }
  }
}
