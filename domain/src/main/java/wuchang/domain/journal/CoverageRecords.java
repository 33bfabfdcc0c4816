package wuchang.domain.journal;

import java.time.LocalDate;
import java.util.List;
import wuchang.domain.finding.Coverage;

/**
 * The sums of evidence that are in the store, by days and by shifts. Of the day and the shift that
 * go on they are some minutes old. Blocking; {@link History.StoreUnavailable} when the database is
 * away.
 */
public interface CoverageRecords {
  /** Those of whole days in [from, to), by day, device and rule. */
  List<Coverage> days(LocalDate from, LocalDate to);

  /** Those of the shifts that began in [from, to), by day, shift, device and rule. */
  List<Coverage> shifts(LocalDate from, LocalDate to);
}
