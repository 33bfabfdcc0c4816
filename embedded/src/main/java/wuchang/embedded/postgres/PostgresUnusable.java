package wuchang.embedded.postgres;

/**
 * The embedded PostgreSQL could not be started or stopped. The message names the directory, what
 * went wrong with the last lines of the server's log, and what to do.
 */
public final class PostgresUnusable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PostgresUnusable(String message) {
    super(message);
  }

  PostgresUnusable(String message, Throwable cause) {
    super(message, cause);
  }
}
