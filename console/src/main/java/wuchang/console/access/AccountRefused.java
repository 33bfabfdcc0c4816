package wuchang.console.access;

/** What was asked of the accounts cannot be done; the message says why and what was expected. */
public final class AccountRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  public AccountRefused(String message) {
    super(message);
  }
}
