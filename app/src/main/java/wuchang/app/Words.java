package wuchang.app;

import java.util.Optional;
import java.util.function.Function;
import wuchang.alerts.words.Wording;
import wuchang.console.parts.AlertWords;
import wuchang.domain.RuleId;
import wuchang.domain.Text;
import wuchang.domain.alert.Alert;
import wuchang.domain.finding.RuleCard;

/** The page says what the messages say; the place it shows beside the name itself. */
record Words(Wording wording, Function<RuleId, Optional<RuleCard>> cards) implements AlertWords {
  @Override
  public Text title(Alert alert) {
    return cards.apply(alert.rule()).map(RuleCard::name).orElse(Text.same(alert.rule().value()));
  }

  @Override
  public Text sentence(Alert alert) {
    return wording.sentence(alert);
  }

  @Override
  public Text action(Alert alert) {
    return wording.action(alert);
  }
}
