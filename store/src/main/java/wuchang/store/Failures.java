package wuchang.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import wuchang.domain.journal.History.StoreUnavailable;

/** What a failure of the database means for us, by its SQLSTATE. */
final class Failures {
  /** Deadlock and failed serialisation: the same transaction succeeds when it is tried again. */
  private static final Set<String> AGAIN = Set.of("40P01", "40001");

  /**
   * Connection, authorisation, resources, operator's intervention, object not in a state for it,
   * system, no such database: the server is away, does not let us in, or cannot just now.
   */
  private static final Set<String> AWAY = Set.of("08", "28", "53", "57", "55", "58", "3D");

  /** No table, no schema, no partition: the schema is not there yet, or not there any more. */
  private static final Set<String> BARE = Set.of("42P01", "3F000", "23514");

  private Failures() {}

  static boolean isWorthAnotherTry(SQLException e) {
    return e.getSQLState() != null && AGAIN.contains(e.getSQLState());
  }

  /** The session is gone, whatever it was doing. */
  static boolean isCutOff(SQLException e) {
    String state = e.getSQLState();
    return e instanceof SQLTransientConnectionException
        || state == null
        || state.startsWith("08")
        || state.startsWith("57");
  }

  /** It may help to wait, or to bring the schema up to date. */
  static boolean isAway(SQLException e) {
    String state = e.getSQLState();
    return e instanceof SQLTransientConnectionException
        || state == null
        || BARE.contains(state)
        || state.length() == 5 && AWAY.contains(state.substring(0, 2));
  }

  /** The exception to throw: the database is away, or this is a fault of ours. */
  static RuntimeException of(SQLException e) {
    return isAway(e) || isWorthAnotherTry(e)
        ? new StoreUnavailable(reason(e))
        : new IllegalStateException(
            "the database refused a statement (" + e.getSQLState() + "): " + e.getMessage(), e);
  }

  /** The pool only says that it waited in vain; the server said why. */
  private static Throwable reason(SQLException e) {
    Throwable cause = e.getCause();
    return e instanceof SQLTransientConnectionException && cause != null ? cause : e;
  }
}
