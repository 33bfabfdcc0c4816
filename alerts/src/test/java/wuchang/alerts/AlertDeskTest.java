package wuchang.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wuchang.alerts.Canteen.FRG;
import static wuchang.alerts.Canteen.FRIDGE;
import static wuchang.alerts.Canteen.ZHANG;
import static wuchang.alerts.Canteen.time;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import wuchang.alerts.AlertDesk.Turn;
import wuchang.alerts.book.AlertBook;
import wuchang.alerts.book.Decision;
import wuchang.alerts.notify.NotificationPolicy;
import wuchang.alerts.notify.Rhythm;
import wuchang.domain.Severity;
import wuchang.domain.alert.AlertCommand.FalseAlarm;
import wuchang.domain.alert.AlertCommand.Filter;
import wuchang.domain.alert.AlertCommand.Opened;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.alert.NotificationStep.Outcome;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Finding.Breached;
import wuchang.domain.finding.Finding.Recovered;
import wuchang.domain.finding.Finding.Worsened;
import wuchang.domain.finding.Findings;
import wuchang.domain.journal.Batch;
import wuchang.domain.site.Site;

class AlertDeskTest {
  private static final Site SITE = Canteen.site();
  private static final Episode WARM = Canteen.episode(FRG, FRIDGE, time("09:30"));
  private static final Findings BREACH = new Findings(List.of(new Breached(WARM)));

  private final MemoryJournal journal = new MemoryJournal();
  private final AlertDesk desk = desk(SITE);

  @Test
  void a_step_and_the_messages_it_asks_for_are_one_batch() {
    desk.on(BREACH, time("10:00"));

    Batch batch = journal.batches().get(0);
    assertThat(journal.batches()).hasSize(1);
    assertThat(batch.alertSteps())
        .extracting(AlertStep::kind)
        .containsExactly(AlertStep.Kind.OPENED);
    assertThat(batch.notifications()).extracting(NotificationStep::step).containsExactly("opened");
    assertThat(batch.notifications())
        .extracting(NotificationStep::detail)
        .containsExactly("first_notification");
  }

  @Test
  void what_begins_worsens_and_ends_in_one_message_pages_nobody() {
    Episode critical = Episodes.severity(WARM, Severity.CRITICAL);
    Turn turn =
        desk.on(
            new Findings(
                List.of(
                    new Breached(WARM),
                    new Worsened(critical),
                    new Recovered(Episodes.until(critical, time("09:55"))))),
            time("10:00"));

    assertThat(turn.requests()).isEmpty();
    assertThat(turn.steps()).hasSize(3);
    assertThat(desk.standing()).isEmpty();
  }

  @Test
  void that_a_link_was_opened_is_noted_once_and_only_of_what_arrived() {
    desk.on(BREACH, time("10:00"));
    NotificationStep asked = desk.pending().get(0);
    Opened opened = new Opened(asked.alert(), asked.channel(), asked.step());
    assertThat(desk.opened(opened, time("10:00"))).as("not sent yet").isEmpty();
    desk.onOutcomes(List.of(outcome(asked, Outcome.ACCEPTED)), time("10:00"));
    NotificationStep noted = desk.opened(opened, time("10:01")).orElseThrow();
    desk.onOutcomes(List.of(noted), time("10:01"));

    assertThat(noted.outcome()).isEqualTo(Outcome.OPENED);
    assertThat(desk.opened(opened, time("10:02"))).isEmpty();
    assertThat(desk.pending()).isEmpty();
  }

  private static NotificationStep outcome(NotificationStep asked, Outcome outcome) {
    return new NotificationStep(
        asked.alert(), asked.step(), asked.channel(), outcome, "", time("10:00"));
  }

  @Test
  void nothing_new_is_not_journalled() {
    desk.on(BREACH, time("10:00"));
    desk.on(new Findings(List.of(new Worsened(WARM))), time("10:00"));
    desk.onTick(time("10:01"));
    desk.onOutcomes(List.of(), time("10:01"));

    assertThat(journal.batches()).hasSize(1);
  }

  @Test
  void news_that_a_reload_makes_known_is_heard_when_told_again() {
    Site[] site = {Canteen.site()};
    Site bare =
        new Site(
            SITE.id(),
            SITE.name(),
            SITE.zone(),
            SITE.profile(),
            0,
            SITE.calendar(),
            SITE.people(),
            SITE.areas(),
            java.util.Map.of(),
            SITE.channels(),
            SITE.escalation(),
            SITE.rota(),
            SITE.rules(),
            SITE.retention());
    site[0] = bare;
    AlertDesk reloaded =
        new AlertDesk(
            new AlertBook(Canteen::card, () -> site[0]),
            new NotificationPolicy(Rhythm.DEFAULT),
            journal,
            () -> site[0]);

    assertThat(reloaded.on(BREACH, time("10:00")).decisions())
        .containsExactly(new Decision.Unchanged(Decision.Why.UNKNOWN_DEVICE));
    site[0] = SITE;
    assertThat(reloaded.on(BREACH, time("10:01")).steps()).hasSize(1);
  }

  @Test
  void a_failing_journal_leaves_everything_as_it_was() {
    journal.failing(true);
    assertThatThrownBy(() -> desk.on(BREACH, time("10:00")))
        .isInstanceOf(UncheckedIOException.class);

    assertThat(desk.find(Filter.ALL)).isEmpty();
    assertThat(desk.pending()).isEmpty();
    journal.failing(false);
    assertThat(desk.on(BREACH, time("10:00")).steps()).hasSize(1);
  }

  @Test
  void a_level_that_could_not_be_journalled_is_raised_at_the_next_tick() {
    desk.on(BREACH, time("10:00"));
    journal.failing(true);
    assertThatThrownBy(() -> desk.onTick(time("10:15"))).isInstanceOf(UncheckedIOException.class);
    journal.failing(false);

    assertThat(desk.onTick(time("10:15:01")).requests())
        .extracting(NotificationStep::step)
        .containsExactly("escalated:2");
  }

  @Test
  void a_clock_that_steps_back_loses_no_order() {
    desk.on(BREACH, time("10:00"));
    Episode critical = Episodes.severity(WARM, Severity.CRITICAL);
    Turn turn = desk.on(new Findings(List.of(new Worsened(critical))), time("09:00"));

    assertThat(turn.requests())
        .extracting(NotificationStep::step)
        .containsExactly("worsened:critical");
    Instant opened = desk.life(turn.steps().get(0).alert().id()).orElseThrow().steps().get(0).at();
    assertThat(turn.steps().get(0).at()).isAfter(opened);
  }

  @Test
  void what_is_closed_and_old_is_forgotten_here_and_in_the_journal() {
    Turn turn = desk.on(BREACH, time("10:00"));
    desk.on(new FalseAlarm(turn.steps().get(0).alert().id(), ZHANG, "探头掉了"), time("10:05"));

    assertThat(desk.forget(time("09:00"))).isEmpty();
    assertThat(desk.forget(time("11:00"))).hasSize(1);
    assertThat(desk.find(Filter.ALL)).isEmpty();
    assertThat(desk.pending()).isEmpty();
    assertThat(desk(SITE).find(Filter.ALL)).isEmpty();
  }

  private AlertDesk desk(Site site) {
    return new AlertDesk(
        new AlertBook(Canteen::card, () -> site),
        new NotificationPolicy(Rhythm.DEFAULT),
        journal,
        () -> site);
  }
}
