package wuchang.alerts.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.alerts.Canteen.FRG;
import static wuchang.alerts.Canteen.FRIDGE;
import static wuchang.alerts.Canteen.ZHANG;
import static wuchang.alerts.Canteen.time;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import wuchang.alerts.Canteen;
import wuchang.alerts.Episodes;
import wuchang.alerts.book.AlertBook;
import wuchang.alerts.book.Draft;
import wuchang.domain.AlertId;
import wuchang.domain.Severity;
import wuchang.domain.alert.AlertCommand.Acknowledge;
import wuchang.domain.alert.AlertCommand.Close;
import wuchang.domain.alert.AlertCommand.Filter;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.alert.NotificationStep.Outcome;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Finding.Breached;
import wuchang.domain.finding.Finding.Confirmed;
import wuchang.domain.finding.Finding.Recovered;
import wuchang.domain.finding.Finding.Revised;
import wuchang.domain.finding.Finding.Worsened;
import wuchang.domain.site.Site;

/** An alert whose life is made by the real book. */
final class PolicyCase {
  private static final NotificationPolicy POLICY = new NotificationPolicy(Rhythm.DEFAULT);

  private final Site site;
  private final AlertBook book;
  private final List<NotificationStep> said = new ArrayList<>();
  private Episode episode = Canteen.episode(FRG, FRIDGE, time("09:30"));

  PolicyCase() {
    this(Canteen.site(Canteen.channel("c")));
  }

  PolicyCase(Site site) {
    this.site = site;
    this.book = new AlertBook(Canteen::card, () -> site);
  }

  PolicyCase opened(Severity severity) {
    episode = Episodes.severity(episode, severity);
    return apply("10:00", draft -> draft.on(new Breached(episode)));
  }

  PolicyCase history() {
    episode = Episodes.live(episode, false);
    return apply("10:00", draft -> draft.on(new Breached(episode)));
  }

  PolicyCase confirmed(String at) {
    return apply(at, draft -> draft.on(new Confirmed(Episodes.live(episode, true))));
  }

  PolicyCase worsened(String at) {
    episode = Episodes.severity(episode, Severity.CRITICAL);
    return apply(at, draft -> draft.on(new Worsened(episode)));
  }

  PolicyCase recovered(String at) {
    episode = Episodes.until(episode, time(at));
    return apply(at, draft -> draft.on(new Recovered(episode)));
  }

  PolicyCase reopened(String at) {
    Episode before = episode;
    episode = Episodes.open(episode);
    return apply(at, draft -> draft.on(new Revised(before, Optional.of(episode))));
  }

  PolicyCase withdrawn(String at) {
    return apply(at, draft -> draft.on(new Revised(episode, Optional.empty())));
  }

  PolicyCase acknowledged(String at) {
    return apply(at, draft -> draft.on(new Acknowledge(id(), ZHANG, Duration.ZERO, "")));
  }

  PolicyCase closed(String at) {
    return apply(
        at, draft -> draft.on(new Close(id(), ZHANG, "equipment", "停用", Optional.of("已清空"))));
  }

  PolicyCase tick(String at) {
    return apply(at, Draft::onTick);
  }

  PolicyCase sent(String step, String at) {
    return said(step, at, Outcome.REQUESTED).said(step, at, Outcome.SENT);
  }

  PolicyCase said(String step, String at, Outcome outcome) {
    said.add(new NotificationStep(id(), step, "c", outcome, "", time(at)));
    return this;
  }

  /** The verdict on the first channel, as {@code step REASON} or {@code HOLD_REASON}. */
  String verdict(String at) {
    Verdict verdict = verdicts(at).get(0);
    return verdict instanceof Verdict.Notify say
        ? say.step() + " " + say.reason()
        : ((Verdict.Hold) verdict).reason().toString();
  }

  List<Verdict> verdicts(String at) {
    Dossier dossier = new Dossier(book.life(id()).orElseThrow(), said);
    return POLICY.decide(dossier, site, time(at));
  }

  private PolicyCase apply(String at, Consumer<Draft> what) {
    Draft draft = book.draft(time(at));
    what.accept(draft);
    assertThat(draft.steps()).isNotEmpty();
    draft.steps().forEach(book::apply);
    return this;
  }

  private AlertId id() {
    return book.find(Filter.ALL).get(0).id();
  }
}
