package wuchang.console.access;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import wuchang.domain.PersonId;

/**
 * Links that sign somebody in without a password. They live in memory only and end with the
 * process. Safe for several threads.
 */
public final class SignInLinks {
  /** How a link behaves. */
  public enum Kind {
    /** For a message: used once, and only by a button, so that a preview does not use it up. */
    ONCE,
    /**
     * For the terminal of whoever runs the system: works by opening, until it expires. Who reads
     * that terminal owns the machine already.
     */
    TERMINAL
  }

  private record Link(PersonId account, Kind kind, long expires) {}

  private final LongSupplier nanos;
  private final Secrets secrets = new Secrets();
  private final Map<String, Link> links = new HashMap<>();

  /**
   * @param nanos elapsed time, as {@link System#nanoTime} gives it: a link lasts as long on the
   *     wall as it says, however fast the system's clock runs
   */
  public SignInLinks(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Makes a link and returns its path with the query, to be put behind the public URL. */
  public synchronized String make(PersonId account, Kind kind, Duration valid) {
    long now = nanos.getAsLong();
    links.values().removeIf(link -> link.expires() - now <= 0);
    String token = secrets.next();
    links.put(Secrets.digestWord(token), new Link(account, kind, now + valid.toNanos()));
    return "/sign-in?token=" + token;
  }

  /** What kind of link it is; empty when there is none, or no more. */
  public synchronized Optional<Kind> kind(String token) {
    return good(token).map(Link::kind);
  }

  /** Uses the link. */
  public synchronized Optional<PersonId> redeem(String token) {
    Optional<Link> link = good(token);
    link.filter(l -> l.kind() == Kind.ONCE).ifPresent(l -> links.remove(Secrets.digestWord(token)));
    return link.map(Link::account);
  }

  private Optional<Link> good(String token) {
    return Optional.ofNullable(links.get(Secrets.digestWord(token)))
        .filter(link -> link.expires() - nanos.getAsLong() > 0);
  }
}
