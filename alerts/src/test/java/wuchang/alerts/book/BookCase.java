package wuchang.alerts.book;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.alerts.Canteen.FRG;
import static wuchang.alerts.Canteen.FRIDGE;
import static wuchang.alerts.Canteen.time;

import java.time.Instant;
import java.util.List;
import wuchang.alerts.Canteen;
import wuchang.alerts.Episodes;
import wuchang.alerts.book.Decision.Changed;
import wuchang.alerts.book.Decision.Refused;
import wuchang.alerts.book.Decision.Unchanged;
import wuchang.alerts.book.Decision.Why;
import wuchang.domain.Severity;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertCommand.Act;
import wuchang.domain.alert.AlertCommand.Filter;
import wuchang.domain.alert.AlertCommand.Refusal;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.AlertStep.Kind;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Finding;
import wuchang.domain.site.Site;

/** A book under test: what it is told is decided, checked and applied. */
class BookCase {
  static final Site SITE = Canteen.site();
  static final Episode WARM = Canteen.episode(FRG, FRIDGE, time("09:30"));
  static final Episode OVER = Episodes.until(WARM, time("11:00"));
  static final Episode CRITICAL = Episodes.severity(WARM, Severity.CRITICAL);
  static final Episode HISTORY = Episodes.live(WARM, false);

  final AlertBook book = new AlertBook(Canteen::card, () -> SITE);
  Instant now = time("10:00");

  Alert changed(Finding finding, Kind kind) {
    return applied(book.draft(now).on(finding), kind);
  }

  Alert done(Act act, Kind kind) {
    return applied(book.draft(now).on(act), kind);
  }

  private Alert applied(Decision decision, Kind kind) {
    assertThat(decision).isInstanceOf(Changed.class);
    AlertStep step = ((Changed) decision).step();
    assertThat(step.kind()).isEqualTo(kind);
    assertThat(step.at()).isEqualTo(now);
    book.apply(step);
    return step.alert();
  }

  void unchanged(Finding finding, Why why) {
    assertThat(book.draft(now).on(finding)).isEqualTo(new Unchanged(why));
  }

  void refused(Act act, Refusal refusal) {
    Decision decision = book.draft(now).on(act);
    assertThat(decision).isInstanceOf(Refused.class);
    assertThat(((Refused) decision).refusal()).isEqualTo(refusal);
    assertThat(((Refused) decision).words()).isNotBlank();
  }

  Alert only() {
    List<Alert> all = book.find(Filter.ALL);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  Alert only(String rule) {
    return book.find(Filter.ALL).stream()
        .filter(alert -> alert.rule().value().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  AlertStep lastStep() {
    List<AlertStep> steps = book.life(only().id()).orElseThrow().steps();
    return steps.get(steps.size() - 1);
  }
}
