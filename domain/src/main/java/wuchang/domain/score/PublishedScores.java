package wuchang.domain.score;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Months that are published. What was published is never changed: a correction is a further
 * version. Blocking; {@link wuchang.domain.journal.History.StoreUnavailable} when the database is
 * away.
 */
public interface PublishedScores {
  /**
   * A month as it was published.
   *
   * @param version from 1 on
   * @param weights the version of the numbers it was made with
   * @param by an account, or the system
   * @param reason why there is this version
   */
  record Published(
      YearMonth month,
      int version,
      int weights,
      Instant at,
      String by,
      String reason,
      List<AreaSheet> sheets) {
    public Published {
      sheets = List.copyOf(sheets);
    }
  }

  /** The newest version of a month. */
  Optional<Published> newest(YearMonth month);

  /**
   * Keeps a version.
   *
   * @return whether it was kept: not when the month has this version already
   */
  boolean publish(Published version);
}
