package wuchang.alerts.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.alerts.Canteen;
import wuchang.domain.Severity;
import wuchang.domain.alert.NotificationStep.Outcome;
import wuchang.domain.site.Escalation;
import wuchang.domain.site.Site;

/**
 * Tables: what happened to the alert, what the channel {@code c} was told, what it is told now and
 * why. The alert opened at 10:00.
 */
class NotificationPolicyTest {
  @ParameterizedTest
  @CsvSource({
    // severity,  channel takes,     verdict
    "major,       '',                opened FIRST_NOTIFICATION",
    "warning,     '',                opened FIRST_NOTIFICATION",
    "critical,    critical,          opened FIRST_NOTIFICATION",
    "major,       critical,          SEVERITY_NOT_ON_CHANNEL",
    "critical,    'warning major',   SEVERITY_NOT_ON_CHANNEL",
    "notice,      '',                NOTICE_IS_LISTED_ONLY",
    "notice,      'notice major',    opened FIRST_NOTIFICATION",
    "notice,      major,             SEVERITY_NOT_ON_CHANNEL"
  })
  void a_channel_hears_the_severities_it_takes(String severity, String takes, String verdict) {
    Severity opened = Severity.of(severity).orElseThrow();

    assertThat(new PolicyCase(taking(takes)).opened(opened).verdict("10:00")).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    // severity, at,         verdict
    "major,      10:14:59,   ALREADY_SAID",
    "major,      10:15,      repeat:1 REPEAT",
    "critical,   10:04:59,   ALREADY_SAID",
    "critical,   10:05,      repeat:1 REPEAT",
    "warning,    23:59,      ALREADY_SAID"
  })
  void what_nobody_takes_on_is_repeated(String severity, String at, String verdict) {
    PolicyCase one =
        new PolicyCase().opened(Severity.of(severity).orElseThrow()).sent("opened", "10:00");

    assertThat(one.verdict(at)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    // last said, outcome,    landed,  at,      verdict
    "opened,      SENT,       10:00,   10:15,   repeat:1 REPEAT",
    "repeat:1,    SENT,       10:00,   10:15,   repeat:2 REPEAT",
    "opened,      REQUESTED,  10:00,   10:15,   STILL_SENDING",
    "opened,      SENT,       10:10,   10:15,   ALREADY_SAID",
    "opened,      SENT,       10:10,   10:25,   repeat:1 REPEAT",
    "opened,      FAILED,     11:00,   11:15,   repeat:1 REPEAT"
  })
  void a_repeat_counts_from_when_the_last_message_arrived(
      String said, Outcome outcome, String landed, String at, String verdict) {
    PolicyCase one = new PolicyCase().opened(Severity.MAJOR).said(said, "10:00", Outcome.REQUESTED);
    if (outcome != Outcome.REQUESTED) {
      one.said(said, landed, outcome);
    }

    assertThat(one.verdict(at)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"10:59:59, ALREADY_SAID", "11:05, reminder:1 STILL_OPEN_REMINDER"})
  void what_is_owned_but_open_reminds_after_an_hour(String at, String verdict) {
    PolicyCase one =
        new PolicyCase().opened(Severity.MAJOR).sent("opened", "10:00").acknowledged("10:05");

    assertThat(one.verdict(at)).isEqualTo(verdict);
  }

  @Test
  void who_was_not_told_before_somebody_took_it_on_is_only_reminded() {
    PolicyCase one = new PolicyCase().opened(Severity.MAJOR).acknowledged("10:05");

    assertThat(one.verdict("10:06")).isEqualTo("ALREADY_OWNED");
    assertThat(one.verdict("11:05")).isEqualTo("reminder:1 STILL_OPEN_REMINDER");
  }

  @Test
  void getting_worse_is_said_before_the_level() {
    PolicyCase one = new PolicyCase().opened(Severity.MAJOR).sent("opened", "10:00");
    one.worsened("10:15").tick("10:15:01");

    assertThat(one.verdict("10:16")).isEqualTo("worsened:critical WORSENED");
    one.sent("worsened:critical", "10:16");
    assertThat(one.verdict("10:17")).isEqualTo("ALREADY_SAID");
  }

  @Test
  void a_level_is_said_once() {
    PolicyCase one = new PolicyCase().opened(Severity.MAJOR).sent("opened", "10:00").tick("10:15");

    assertThat(one.verdict("10:15")).isEqualTo("escalated:2 ESCALATED_LEVEL_2");
    one.sent("escalated:2", "10:15").tick("10:30");
    assertThat(one.verdict("10:30")).isEqualTo("escalated:3 ESCALATED_LEVEL_3");
    one.sent("escalated:3", "10:30");
    assertThat(one.verdict("10:31")).isEqualTo("ALREADY_SAID");
  }

  @Test
  void worse_at_the_moment_of_the_first_message_is_in_that_message() {
    PolicyCase one = new PolicyCase().opened(Severity.MAJOR).worsened("10:00");

    assertThat(one.verdict("10:00")).isEqualTo("opened FIRST_NOTIFICATION");
    assertThat(one.sent("opened", "10:00").verdict("10:01")).isEqualTo("ALREADY_SAID");
  }

  @ParameterizedTest
  @CsvSource({
    // told so far,      outcome,    verdict
    "'',                 ,           ALREADY_OVER",
    "opened,             SENT,       resolved RESOLVED",
    "opened,             REQUESTED,  resolved RESOLVED",
    "opened,             FAILED,     ALREADY_OVER",
    "opened,             DROPPED,    ALREADY_OVER",
    "opened resolved,    SENT,       ALREADY_SAID"
  })
  void only_who_knows_of_the_beginning_hears_of_the_end(
      String told, Outcome outcome, String verdict) {
    PolicyCase one = new PolicyCase().opened(Severity.MAJOR);
    for (String step : words(told)) {
      one.said(step, "10:00", outcome);
    }

    assertThat(one.recovered("10:20").verdict("10:20")).isEqualTo(verdict);
  }

  @Test
  void the_end_is_told_whatever_the_channel_takes_by_now() {
    PolicyCase one =
        new PolicyCase(taking("critical")).opened(Severity.MAJOR).sent("opened", "10:00");

    assertThat(one.recovered("10:20").verdict("10:20")).isEqualTo("resolved RESOLVED");
  }

  @Test
  void closing_and_withdrawing_are_ends_of_their_own() {
    PolicyCase closed =
        new PolicyCase().opened(Severity.MAJOR).sent("opened", "10:00").closed("10:20");
    PolicyCase withdrawn =
        new PolicyCase().opened(Severity.MAJOR).sent("opened", "10:00").withdrawn("10:20");

    assertThat(closed.verdict("10:20")).isEqualTo("closed CLOSED");
    assertThat(withdrawn.verdict("10:20")).isEqualTo("withdrawn WITHDRAWN");
  }

  @Test
  void history_is_held_until_it_goes_on() {
    PolicyCase one = new PolicyCase().history();

    assertThat(one.verdict("10:00")).isEqualTo("NOT_LIVE");
    one.confirmed("12:00");
    assertThat(one.verdict("12:00")).isEqualTo("opened FIRST_NOTIFICATION");
  }

  @Test
  void a_second_round_has_names_of_its_own() {
    PolicyCase one = new PolicyCase().opened(Severity.MAJOR).sent("opened", "10:00");
    one.recovered("10:20").sent("resolved", "10:20").reopened("10:30");

    assertThat(one.verdict("10:30")).isEqualTo("reopened#2 REOPENED");
    one.sent("reopened#2", "10:30");
    assertThat(one.verdict("10:45")).isEqualTo("repeat:1#2 REPEAT");
    assertThat(one.recovered("10:50").verdict("10:50")).isEqualTo("resolved#2 RESOLVED");
  }

  @ParameterizedTest
  @CsvSource({"10:04:59, NOT_DUE", "10:05, opened FIRST_NOTIFICATION"})
  void the_first_level_may_be_told_later(String at, String verdict) {
    Site patient = withEscalation(Map.of(Severity.MAJOR, List.of(Duration.ofMinutes(5))));

    assertThat(new PolicyCase(patient).opened(Severity.MAJOR).verdict(at)).isEqualTo(verdict);
  }

  @Test
  void each_channel_is_judged_on_what_it_was_told_itself() {
    PolicyCase one = new PolicyCase(Canteen.site(Canteen.channel("c"), Canteen.channel("d")));
    one.opened(Severity.MAJOR).sent("opened", "10:00");

    assertThat(one.verdicts("10:01"))
        .containsExactly(
            new Verdict.Hold("c", HoldReason.ALREADY_SAID),
            new Verdict.Notify("d", "opened", NotificationReason.FIRST_NOTIFICATION));
  }

  private static Site taking(String severities) {
    return Canteen.site(
        Canteen.channel(
            "c",
            words(severities).stream()
                .map(word -> Severity.of(word).orElseThrow())
                .toArray(Severity[]::new)));
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
  }

  private static Site withEscalation(Map<Severity, List<Duration>> levels) {
    Site s = taking("");
    return new Site(
        s.id(),
        s.name(),
        s.zone(),
        s.profile(),
        s.diners(),
        s.calendar(),
        s.people(),
        s.areas(),
        s.devices(),
        s.channels(),
        new Escalation(levels),
        s.rota(),
        s.rules(),
        s.retention());
  }
}
