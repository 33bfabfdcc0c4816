package wuchang.console.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import wuchang.console.store.AccountRow;
import wuchang.console.store.AccountStore;
import wuchang.console.store.SessionRow;
import wuchang.domain.PersonId;

/**
 * Signed-in browsers. A session lives on the server, in the accounts' file, so that a restart signs
 * nobody out: a phone in the kitchen must not ask for a password at night, and a wall screen must
 * come back by itself. It ends a week after its last use, thirty days after it began, at once when
 * its account is disabled or gets another password, and by signing out.
 */
public final class Sessions {
  /** The longest a session lasts, however busy. */
  public static final Duration LONGEST = Duration.ofDays(30);

  static final Duration IDLE = Duration.ofDays(7);
  private static final Duration TOUCH = Duration.ofMinutes(10);

  private final AccountStore store;
  private final Accounts accounts;
  private final InstantSource clock;
  private final Secrets secrets;

  Sessions(AccountStore store, Accounts accounts, InstantSource clock, Secrets secrets) {
    this.store = store;
    this.accounts = accounts;
    this.clock = clock;
    this.secrets = secrets;
  }

  /** Begins a session and returns what the cookie is to hold; only a digest of it is kept. */
  public String begin(PersonId account) {
    Instant now = clock.instant();
    store.endSessions(now.minus(LONGEST), now.minus(IDLE));
    AccountRow row =
        store
            .find(account)
            .orElseThrow(() -> new AccountRefused("there is no account «" + account + "»"));
    String cookie = secrets.next();
    store.addSession(Secrets.digest(cookie), row, now);
    return cookie;
  }

  /** Whose session it is, when it is still good. */
  public Optional<Account> find(String cookie) {
    byte[] hash = Secrets.digest(cookie);
    Instant now = clock.instant();
    return store
        .session(hash)
        .filter(session -> isGood(session, now))
        .flatMap(
            session -> {
              if (session.usedAt().plus(TOUCH).isBefore(now)) {
                store.touchSession(hash, now);
              }
              return accounts.admitted(session.account());
            });
  }

  public void end(String cookie) {
    store.endSession(Secrets.digest(cookie));
  }

  /** The word that requests of this session must carry; other sites cannot learn it. */
  public static String csrf(String cookie) {
    return Secrets.digestWord("csrf:" + cookie);
  }

  private static boolean isGood(SessionRow session, Instant now) {
    return session.stamp() == session.account().stamp()
        && session.startedAt().plus(LONGEST).isAfter(now)
        && session.usedAt().plus(IDLE).isAfter(now);
  }
}
