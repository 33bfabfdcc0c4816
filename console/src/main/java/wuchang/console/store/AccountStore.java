package wuchang.console.store;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import wuchang.domain.AreaId;
import wuchang.domain.PersonId;
import wuchang.domain.site.Role;

/**
 * Accounts, API tokens and sessions in {@code accounts.sqlite}. Tokens and sessions are kept as
 * SHA-256 of 256 random bits, so that a copy of the file lets nobody in. Two processes may use it
 * at once; what one writes, the other's next call sees. Blocking, safe for several threads.
 */
public final class AccountStore implements AutoCloseable {
  /** The file's name in the data directory. */
  public static final String FILE = "accounts.sqlite";

  private static final List<String> SCHEMA =
      List.of(
          """
          create table if not exists account (
            id text primary key, role text not null, hash text not null, areas text not null,
            until text, disabled integer not null, one_time integer not null,
            stamp integer not null, created_at integer not null)
          """,
          """
          create table if not exists token (
            hash blob primary key, account text not null references account(id),
            created_at integer not null)
          """,
          """
          create table if not exists session (
            hash blob primary key, account text not null references account(id),
            stamp integer not null, started_at integer not null, used_at integer not null)
          """);

  private static final String ACCOUNT =
      "a.id, a.role, a.hash, a.areas, a.until, a.disabled, a.one_time, a.stamp";

  private final SqliteFile file;

  private AccountStore(SqliteFile file) {
    this.file = file;
    SCHEMA.forEach(file::change);
  }

  /**
   * Opens the file in the data directory; both are made when they are not there.
   *
   * @throws java.io.UncheckedIOException when that is not possible
   */
  public static AccountStore open(Path directory) {
    return new AccountStore(new SqliteFile(directory.resolve(FILE)));
  }

  /** Copies the accounts as they stand into a file that is not there yet. */
  public void copy(Path target) {
    file.change("vacuum into ?", target.toString());
  }

  /** Adds an account; false when the id is taken. */
  public boolean add(AccountRow row, Instant at) {
    return insert(row, at, "where true on conflict do nothing");
  }

  /** Adds an account only when there is none at all; false when there is one. */
  public boolean addFirst(AccountRow row, Instant at) {
    return insert(row, at, "where not exists (select 1 from account)");
  }

  /** Replaces the password and ends the account's sessions; false when there is no such account. */
  public boolean password(PersonId id, String hash, boolean oneTime) {
    return file.change(
            "update account set hash = ?, one_time = ?, stamp = stamp + 1 where id = ?",
            hash,
            oneTime,
            id.value())
        > 0;
  }

  /** Shuts an account out, with its tokens and sessions; false when there is no such account. */
  public boolean disable(PersonId id) {
    return file.change(
            "update account set disabled = 1, stamp = stamp + 1 where id = ?", id.value())
        > 0;
  }

  public List<AccountRow> list() {
    return file.query(AccountStore::account, "select " + ACCOUNT + " from account a order by a.id");
  }

  public Optional<AccountRow> find(PersonId id) {
    return first(
        file.query(
            AccountStore::account,
            "select " + ACCOUNT + " from account a where a.id = ?",
            id.value()));
  }

  public void addToken(byte[] hash, PersonId account, Instant at) {
    file.change("insert into token values (?, ?, ?)", hash, account.value(), at.toEpochMilli());
  }

  public Optional<AccountRow> byToken(byte[] hash) {
    return first(
        file.query(
            AccountStore::account,
            "select "
                + ACCOUNT
                + " from token t join account a on a.id = t.account"
                + " where t.hash = ?",
            (Object) hash));
  }

  public void addSession(byte[] hash, AccountRow account, Instant at) {
    file.change(
        "insert into session values (?, ?, ?, ?, ?)",
        hash,
        account.id().value(),
        account.stamp(),
        at.toEpochMilli(),
        at.toEpochMilli());
  }

  public Optional<SessionRow> session(byte[] hash) {
    return first(
        file.query(
            AccountStore::session,
            "select "
                + ACCOUNT
                + ", s.stamp, s.started_at, s.used_at"
                + " from session s join account a on a.id = s.account where s.hash = ?",
            (Object) hash));
  }

  public void touchSession(byte[] hash, Instant at) {
    file.change("update session set used_at = ? where hash = ?", at.toEpochMilli(), hash);
  }

  public void endSession(byte[] hash) {
    file.change("delete from session where hash = ?", (Object) hash);
  }

  /** Forgets sessions that began or were last used before. */
  public void endSessions(Instant startedBefore, Instant usedBefore) {
    file.change(
        "delete from session where started_at < ? or used_at < ?",
        startedBefore.toEpochMilli(),
        usedBefore.toEpochMilli());
  }

  @Override
  public void close() {
    file.close();
  }

  private boolean insert(AccountRow row, Instant at, String condition) {
    return file.change(
            "insert into account select ?, ?, ?, ?, ?, ?, ?, ?, ? " + condition,
            row.id().value(),
            row.role().word(),
            row.hash(),
            row.areas().stream().map(AreaId::value).sorted().collect(Collectors.joining(",")),
            row.until().map(LocalDate::toString).orElse(null),
            row.disabled(),
            row.oneTime(),
            row.stamp(),
            at.toEpochMilli())
        > 0;
  }

  private static AccountRow account(ResultSet row) throws SQLException {
    return new AccountRow(
        PersonId.of(row.getString(1)),
        Role.of(row.getString(2)).orElse(Role.VIEWER),
        row.getString(3),
        areas(row.getString(4)),
        Optional.ofNullable(row.getString(5)).map(LocalDate::parse),
        row.getBoolean(6),
        row.getBoolean(7),
        row.getLong(8));
  }

  private static SessionRow session(ResultSet row) throws SQLException {
    return new SessionRow(
        account(row),
        row.getLong(9),
        Instant.ofEpochMilli(row.getLong(10)),
        Instant.ofEpochMilli(row.getLong(11)));
  }

  private static Set<AreaId> areas(String text) {
    return Arrays.stream(text.split(","))
        .filter(id -> !id.isEmpty())
        .map(AreaId::of)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static <T> Optional<T> first(List<T> rows) {
    return rows.stream().findFirst();
  }
}
