package wuchang.domain.score;

import java.time.Instant;
import java.util.List;

/** The incidents in the store. Blocking. */
public interface Incidents {
  /**
   * Those raised in [from, to), by time, then id, as they stand now.
   *
   * @throws wuchang.domain.journal.History.StoreUnavailable when the database is away
   */
  List<Incident> raised(Instant from, Instant to);

  /**
   * Those that went on in [from, to), by their beginning, then id, as they stand now. One that is
   * neither right again nor closed goes on.
   *
   * @throws wuchang.domain.journal.History.StoreUnavailable when the database is away
   */
  List<Incident> touching(Instant from, Instant to);
}
