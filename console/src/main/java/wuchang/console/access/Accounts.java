package wuchang.console.access;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import wuchang.console.store.AccountRow;
import wuchang.console.store.AccountStore;
import wuchang.domain.PersonId;
import wuchang.domain.site.Role;

/**
 * Everybody who may come in, and how they show who they are. Blocking: the command line calls it
 * directly, the console from a worker. What the command line changes while the server runs is in
 * force with the next request.
 */
public final class Accounts {
  /** The account that the first start makes. */
  public static final PersonId FIRST = PersonId.of("admin");

  private static final String TOKEN_PREFIX = "wch_";

  private final AccountStore store;
  private final Passwords passwords;
  private final InstantSource clock;
  private final Supplier<ZoneId> zone;
  private final Secrets secrets = new Secrets();

  /**
   * @param zone the site's zone: an inspector's last day ends at its midnight
   */
  public Accounts(
      AccountStore store, Passwords passwords, InstantSource clock, Supplier<ZoneId> zone) {
    this.store = store;
    this.passwords = passwords;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * Makes the account {@link #FIRST} when there is no account at all.
   *
   * @return its one-time password, to be shown once; empty when there was an account
   */
  public Optional<String> firstAdmin() {
    String password = secrets.readable();
    AccountRow row = row(NewAccount.of(FIRST, Role.ADMIN), password, true);
    return store.addFirst(row, clock.instant()) ? Optional.of(password) : Optional.empty();
  }

  /**
   * Adds an account with a password chosen by its owner.
   *
   * @throws AccountRefused when the id is taken or the password too short
   */
  public void add(NewAccount account, String password) {
    if (!store.add(row(account, passwords.checked(password), false), clock.instant())) {
      throw new AccountRefused("there is already an account «" + account.id() + "»");
    }
  }

  /**
   * Sets a password; sessions of the account are over, its tokens stay.
   *
   * @throws AccountRefused when there is no such account or the password is too short
   */
  public void passwd(PersonId id, String password) {
    String hash = passwords.hash(passwords.checked(password));
    if (!store.password(id, hash, false)) {
      throw unknown(id);
    }
  }

  /**
   * Makes an API token for an account. Only its digest is kept: it is shown here and never again.
   *
   * @throws AccountRefused when there is no such account
   */
  public String token(PersonId id) {
    AccountRow row = store.find(id).orElseThrow(() -> unknown(id));
    String token = TOKEN_PREFIX + secrets.next();
    store.addToken(Secrets.digest(token), row.id(), clock.instant());
    return token;
  }

  /** All accounts by id, the disabled ones, too. */
  public List<Account> list() {
    return store.list().stream().map(Accounts::account).toList();
  }

  /**
   * Shuts an account out at once, with its tokens and sessions. It is kept: records name it.
   *
   * @throws AccountRefused when there is no such account
   */
  public void disable(PersonId id) {
    if (!store.disable(id)) {
      throw unknown(id);
    }
  }

  /** The account, when the password is right and it may come in today. Takes the time of a hash. */
  public Optional<Account> authenticate(String name, String password) {
    Optional<AccountRow> row = named(name).flatMap(store::find);
    if (row.isEmpty()) {
      passwords.matchNobody(password);
      return Optional.empty();
    }
    return row.filter(r -> passwords.matches(password, r.hash())).flatMap(this::admitted);
  }

  /** The account a token was made for, when it may come in today. */
  public Optional<Account> byToken(String token) {
    return store.byToken(Secrets.digest(token)).flatMap(this::admitted);
  }

  /** The account, when it may come in today. */
  public Optional<Account> find(PersonId id) {
    return store.find(id).flatMap(this::admitted);
  }

  /** The sessions of these accounts. */
  public Sessions sessions() {
    return new Sessions(store, this, clock, secrets);
  }

  Optional<Account> admitted(AccountRow row) {
    LocalDate today = LocalDate.ofInstant(now(), zone.get());
    return Optional.of(account(row)).filter(account -> account.isOpenOn(today));
  }

  private Instant now() {
    return clock.instant();
  }

  private AccountRow row(NewAccount wanted, String password, boolean oneTime) {
    String hash = passwords.hash(password);
    return new AccountRow(
        wanted.id(), wanted.role(), hash, wanted.areas(), wanted.until(), false, oneTime, 0);
  }

  private static Account account(AccountRow row) {
    return new Account(
        row.id(), row.role(), row.areas(), row.until(), row.disabled(), row.oneTime());
  }

  private static Optional<PersonId> named(String name) {
    try {
      return Optional.of(PersonId.of(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static AccountRefused unknown(PersonId id) {
    return new AccountRefused("there is no account «" + id + "»");
  }
}
