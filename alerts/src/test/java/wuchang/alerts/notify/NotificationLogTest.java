package wuchang.alerts.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.alerts.Canteen;
import wuchang.domain.AlertId;
import wuchang.domain.alert.AlertCommand.Opened;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.alert.NotificationStep.Outcome;

class NotificationLogTest {
  private static final Instant NOW = Canteen.time("10:00");
  private static final AlertId A = AlertId.of("a");
  private static final AlertId B = AlertId.of("b");

  private final NotificationLog log = new NotificationLog();

  @Test
  void what_was_asked_for_is_pending_until_something_has_come_of_it() {
    NotificationStep asked = say(A, "opened", Outcome.REQUESTED, NOW);
    NotificationStep other = say(B, "opened", Outcome.REQUESTED, NOW);
    assertThat(log.pending()).containsExactly(asked, other);

    say(A, "opened", Outcome.OPENED, NOW);
    assertThat(log.pending()).as("opening it is no outcome").containsExactly(asked, other);
    say(A, "opened", Outcome.SENT, NOW);
    assertThat(log.pending()).containsExactly(other);
    assertThat(log.of(A)).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"SENT, true", "ACCEPTED, true", "FAILED, false", "DROPPED, false"})
  void what_reached_a_channel_since_then_counts_with_its_provider(
      Outcome outcome, boolean reached) {
    say(A, "opened", Outcome.REQUESTED, NOW.plusMillis(1));
    say(A, "opened", outcome, NOW.plusMillis(1));

    assertThat(log.since(NOW)).hasSize(reached ? 1 : 0);
    assertThat(log.since(NOW.plusMillis(1))).as("not at that moment itself").isEmpty();
  }

  @Test
  void that_a_link_was_opened_is_noted_once_and_only_of_what_arrived() {
    say(A, "opened", Outcome.REQUESTED, NOW);
    assertThat(log.opened(new Opened(A, "c", "opened"), NOW)).isEmpty();

    say(A, "opened", Outcome.SENT, NOW);
    assertThat(log.opened(new Opened(A, "d", "opened"), NOW)).as("another channel").isEmpty();
    assertThat(log.opened(new Opened(A, "c", "closed"), NOW)).as("another message").isEmpty();
    assertThat(log.opened(new Opened(B, "c", "opened"), NOW)).as("another alert").isEmpty();
    NotificationStep opened = log.opened(new Opened(A, "c", "opened"), NOW).orElseThrow();
    assertThat(opened.outcome()).isEqualTo(Outcome.OPENED);

    log.apply(opened);
    assertThat(log.opened(new Opened(A, "c", "opened"), NOW)).isEmpty();
  }

  @Test
  void an_alert_that_is_forgotten_takes_its_words_along_and_leaves_the_others() {
    say(A, "opened", Outcome.REQUESTED, NOW);
    NotificationStep other = say(B, "opened", Outcome.REQUESTED, NOW);
    log.forget(Set.of(A));

    assertThat(log.of(A)).isEmpty();
    assertThat(log.of(B)).containsExactly(other);
    assertThat(log.pending()).containsExactly(other);
  }

  private NotificationStep say(AlertId alert, String step, Outcome outcome, Instant at) {
    NotificationStep said = new NotificationStep(alert, step, "c", outcome, "", at);
    log.apply(said);
    return said;
  }
}
