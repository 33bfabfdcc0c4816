package wuchang.app;

import wuchang.alerts.words.Wording;
import wuchang.console.parts.AlertWords;
import wuchang.domain.Text;
import wuchang.domain.alert.Alert;
import wuchang.domain.finding.RuleCard;
import wuchang.rules.catalogue.Catalogue;

/** The page says what the messages say; the place it shows beside the name itself. */
record Words(Wording wording, Catalogue catalogue) implements AlertWords {
  @Override
  public Text title(Alert alert) {
    return catalogue.card(alert.rule()).map(RuleCard::name).orElse(Text.same(alert.rule().value()));
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
