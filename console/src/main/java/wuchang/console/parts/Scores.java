package wuchang.console.parts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import wuchang.domain.AreaId;
import wuchang.domain.PersonId;
import wuchang.domain.score.PublishedScores.Published;
import wuchang.domain.score.Score;

/** The monthly 五常 score. Blocking; called from a worker. */
public interface Scores {
  /**
   * A score, and what it is of.
   *
   * @param until the first day that does not count yet
   * @param published the version that it is taken from; empty for a month that is not published
   */
  record Scored(YearMonth month, LocalDate until, Score score, Optional<Published> published) {}

  /**
   * A published month as it was published, any other as it stands.
   *
   * @param area only this one
   * @param person only the areas that this person answers for
   * @throws wuchang.domain.journal.History.StoreUnavailable when the database is away
   */
  Scored of(YearMonth month, Optional<AreaId> area, Optional<PersonId> person);

  /**
   * Publishes a month that is published already once more, as it follows from what is known now.
   *
   * @return the new version; empty when the month is not published yet
   */
  Optional<Scored> correct(YearMonth month, String by, String reason);
}
