package wuchang.console.parts;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;

/** What an inspector takes along. Blocking; called from a worker. */
@FunctionalInterface
public interface Inspection {
  /**
   * Writes the package of the days in [from, end) as a ZIP.
   *
   * @throws wuchang.domain.journal.History.StoreUnavailable when the database is away
   */
  void write(LocalDate from, LocalDate end, OutputStream out) throws IOException;
}
