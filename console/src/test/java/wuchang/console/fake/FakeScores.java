package wuchang.console.fake;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import wuchang.console.parts.Scores;
import wuchang.domain.AlertId;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.Principle;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.score.AreaSheet;
import wuchang.domain.score.Deduction;
import wuchang.domain.score.DeviceHours;
import wuchang.domain.score.PublishedScores.Published;
import wuchang.domain.score.Score;
import wuchang.domain.score.ScoreWeights;

/** One area with one major incident; of October only half is proven, and it is published. */
final class FakeScores implements Scores {
  private static final YearMonth UNPROVEN = YearMonth.of(2026, 10);
  private static final Instant AT = Instant.parse("2026-11-02T00:00:00Z");

  @Override
  public Scored of(YearMonth month, Optional<AreaId> area, Optional<PersonId> person) {
    Duration proven = Duration.ofHours(month.equals(UNPROVEN) ? 50 : 95);
    List<AreaSheet> sheets =
        person.isPresent() ? List.of() : List.of(sheet(area.orElse(AreaId.of("cold")), proven));
    return new Scored(
        month, month.atEndOfMonth(), new Score(sheets, ScoreWeights.CURRENT), Optional.empty());
  }

  @Override
  public Optional<Scored> correct(YearMonth month, String by, String reason) {
    if (!month.equals(UNPROVEN)) {
      return Optional.empty();
    }
    Scored scored = of(month, Optional.empty(), Optional.empty());
    Published made = new Published(month, 2, 1, AT, by, reason, scored.score().sheets());
    return Optional.of(new Scored(month, scored.until(), scored.score(), Optional.of(made)));
  }

  private static AreaSheet sheet(AreaId area, Duration proven) {
    Deduction major =
        new Deduction(
            AlertId.of("a1"),
            RuleId.of("FRG-01"),
            DeviceId.of("fridge-1"),
            Principle.STANDARDISE,
            Severity.MAJOR,
            AT,
            true,
            false,
            BigDecimal.ONE);
    return new AreaSheet(
        area,
        Optional.empty(),
        Duration.ofHours(100),
        proven,
        Optional.of(new DeviceHours(DeviceId.of("fridge-1"), Duration.ofHours(100), proven)),
        List.of(major),
        1,
        2);
  }
}
