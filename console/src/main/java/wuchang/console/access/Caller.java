package wuchang.console.access;

import java.util.Optional;

/**
 * Who makes a request.
 *
 * @param cookie the session it came with; empty with a bearer token, which no other site can send
 */
public record Caller(Account account, Optional<String> cookie) {
  public boolean may(Permission permission) {
    return permission.isHeldBy(account.role());
  }

  /** Never the cookie. */
  @Override
  public String toString() {
    return account.id().value();
  }
}
