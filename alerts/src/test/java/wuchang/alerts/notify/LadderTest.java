package wuchang.alerts.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.alerts.Canteen.FRG;
import static wuchang.alerts.Canteen.FRIDGE;
import static wuchang.alerts.Canteen.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.alerts.Canteen;
import wuchang.alerts.Episodes;
import wuchang.alerts.book.AlertBook;
import wuchang.alerts.book.Draft;
import wuchang.domain.AlertId;
import wuchang.domain.Severity;
import wuchang.domain.alert.AlertCommand.Acknowledge;
import wuchang.domain.alert.AlertCommand.Filter;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.alert.NotificationStep.Outcome;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Finding.Breached;
import wuchang.domain.finding.Finding.Recovered;
import wuchang.domain.site.ChannelPlan;
import wuchang.domain.site.Site;

/** A group, a log, a phone and a mailbox, in this order; what one cannot deliver the next may. */
class LadderTest {
  private static final Instant NOW = time("10:05");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Site SITE =
      Canteen.site(
          plan("group", "wecom", ""),
          plan("log", "log", ""),
          plan("phone", "sms", ""),
          plan("mail", "email", "log"));

  private final AlertBook book = new AlertBook(Canteen::card, () -> SITE);
  private final List<NotificationStep> said = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"group, phone", "log, phone", "phone, mail", "mail, log"})
  void what_pages_goes_to_the_next_that_somebody_sees_or_to_the_one_that_is_named(
      String channel, String next) {
    breach(Severity.MAJOR);

    NotificationStep asked = next(channel, "opened").orElseThrow();
    assertThat(asked.channel()).isEqualTo(next);
    assertThat(asked.outcome()).isEqualTo(Outcome.REQUESTED);
    assertThat(asked.step()).isEqualTo("opened");
    assertThat(asked.at()).isEqualTo(NOW);
  }

  @Test
  void after_the_last_comes_the_first() {
    Site round = Canteen.site(plan("group", "wecom", ""), plan("phone", "sms", ""));
    breach(Severity.MAJOR);

    assertThat(
            Ladder.next(failed("phone", "opened"), dossier(), round, NOW).orElseThrow().channel())
        .isEqualTo("group");
    Site only = Canteen.site(plan("group", "wecom", ""));
    assertThat(Ladder.next(failed("group", "opened"), dossier(), only, NOW)).isEmpty();
  }

  @Test
  void who_was_asked_for_the_same_already_is_left_out() {
    breach(Severity.MAJOR);
    said.add(failed("phone", "opened"));
    assertThat(next("group", "opened").orElseThrow().channel()).isEqualTo("mail");
    said.add(failed("log", "opened"));
    assertThat(next("mail", "opened")).as("the named one").isEmpty();

    assertThat(next("group", "worsened:critical").orElseThrow().channel())
        .as("of another thing")
        .isEqualTo("phone");
  }

  @Test
  void what_pages_nobody_goes_only_where_it_is_told_to() {
    breach(Severity.WARNING);

    assertThat(next("group", "opened")).isEmpty();
    assertThat(next("mail", "opened").orElseThrow().channel()).isEqualTo("log");
    assertThat(next("gone", "opened")).as("a channel that is no more").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"resolved", "closed", "withdrawn", "opened#2"})
  void an_end_and_what_was_said_in_another_round_need_no_second_way(String step) {
    breach(Severity.CRITICAL);

    assertThat(next("group", step)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "opened, false",
    "repeat:2, false",
    "reminder:1, true",
    "escalated:2, true",
  })
  void that_it_began_needs_none_once_somebody_has_taken_it_on(String step, boolean goes) {
    breach(Severity.MAJOR);
    apply(draft -> draft.on(new Acknowledge(id(), Canteen.ZHANG, Duration.ZERO, "")));

    assertThat(next("group", step).isPresent()).isEqualTo(goes);
  }

  @Test
  void nothing_does_when_it_is_over() {
    breach(Severity.MAJOR);
    apply(draft -> draft.on(new Recovered(Episodes.until(episode(Severity.MAJOR), NOW))));

    assertThat(next("group", "reminder:1")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CRITICAL, group, opened, 1", "MAJOR, group, opened, 3", "WARNING, group, opened, 60",
    "WARNING, mail, opened, 60", "CRITICAL, group, resolved, 60", "CRITICAL, gone, opened, 60",
  })
  void what_pages_is_not_tried_for_long_where_somebody_else_can_take_it(
      Severity severity, String channel, String step, long minutes) {
    breach(severity);

    assertThat(Ladder.patience(failed(channel, step), dossier(), SITE, HOUR))
        .isEqualTo(Duration.ofMinutes(minutes));
  }

  private static Episode episode(Severity severity) {
    return Episodes.severity(Canteen.episode(FRG, FRIDGE, time("09:30")), severity);
  }

  private void breach(Severity severity) {
    apply(draft -> draft.on(new Breached(episode(severity))));
  }

  private void apply(java.util.function.Consumer<Draft> what) {
    Draft draft = book.draft(time("10:00"));
    what.accept(draft);
    draft.steps().forEach(book::apply);
  }

  private AlertId id() {
    return book.find(Filter.ALL).get(0).id();
  }

  private Dossier dossier() {
    return new Dossier(book.life(id()).orElseThrow(), said);
  }

  private Optional<NotificationStep> next(String channel, String step) {
    return Ladder.next(failed(channel, step), dossier(), SITE, NOW);
  }

  private NotificationStep failed(String channel, String step) {
    return new NotificationStep(id(), step, channel, Outcome.FAILED, "", time("10:01"));
  }

  private static ChannelPlan plan(String id, String kind, String fallback) {
    return new ChannelPlan(
        id,
        kind,
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        0,
        Map.of(),
        Map.of(),
        Optional.of(fallback).filter(f -> !f.isEmpty()));
  }
}
