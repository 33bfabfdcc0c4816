package wuchang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.store.Samples.NOON;
import static wuchang.store.Samples.alerts;
import static wuchang.store.Samples.placed;
import static wuchang.store.Samples.step;
import static wuchang.store.Samples.temperature;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import wuchang.domain.AlertId;
import wuchang.domain.Severity;
import wuchang.domain.alert.AlertState;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.alert.NotificationStep.Outcome;
import wuchang.domain.journal.Batch;
import wuchang.domain.journal.Journal.Placed;
import wuchang.domain.site.Retention;

/** An alert stands as its last step left it, in whatever order the steps come. */
abstract class AlertsContract extends StoreContract {
  private static final AlertStep OPENED =
      step(AlertStep.Kind.OPENED, AlertState.OPEN, Severity.WARNING);
  private static final AlertStep WORSENED =
      step(AlertStep.Kind.WORSENED, AlertState.OPEN, Severity.MAJOR);
  private static final AlertStep TAKEN =
      step(AlertStep.Kind.ACKNOWLEDGED, AlertState.ACKNOWLEDGED, Severity.MAJOR);
  private static final AlertStep CLOSED =
      step(AlertStep.Kind.CLOSED, AlertState.CLOSED, Severity.MAJOR);
  private static final String STANDS = "SELECT severity, state FROM wuchang.alerts";

  @Test
  void stands_as_its_last_step_left_it() {
    write(alerts(1, OPENED, WORSENED), alerts(2, TAKEN));

    assertThat(
            db.rows(
                "SELECT id, rule, device, area, principle, severity, state, owner,"
                    + " acknowledged_at = opened + interval '90 s' FROM wuchang.alerts,"
                    + " (SELECT timestamptz '2026-11-01T12:00:00Z' AS opened) o"))
        .containsExactly(
            "FRG-01.fridge-1.20261101T120000Z|FRG-01|fridge-1|cold-room|standardise|major"
                + "|acknowledged|p1|t");
    assertThat(db.rows("SELECT kind FROM wuchang.alert_steps ORDER BY position, ordinal"))
        .containsExactly("opened", "worsened", "acknowledged");
    assertThat(db.rows("SELECT evidence->'value'->>'amount' FROM wuchang.alert"))
        .containsExactly("9.4");
  }

  @Test
  void is_not_set_back_by_a_batch_that_comes_again() {
    Placed first = alerts(1, OPENED, WORSENED);
    write(first, alerts(2, TAKEN));

    write(first);

    assertThat(db.rows(STANDS)).containsExactly("major|acknowledged");
    assertThat(db.count("wuchang.alert_steps")).isEqualTo(3);
  }

  @Test
  void does_not_depend_on_the_order_of_the_batches() {
    write(alerts(2, TAKEN));
    write(alerts(1, OPENED, WORSENED));

    assertThat(db.rows(STANDS)).containsExactly("major|acknowledged");
    assertThat(db.count("wuchang.alert_steps")).isEqualTo(3);
  }

  @Test
  void goes_back_and_forth_within_one_batch() {
    write(alerts(1, OPENED, WORSENED, OPENED));

    assertThat(db.rows(STANDS)).containsExactly("warning|open");
    assertThat(db.count("wuchang.alert_steps")).isEqualTo(3);
  }

  @Test
  void goes_on_when_a_lost_journal_begins_again_at_one() {
    write(alerts(40, OPENED));
    writer.begin(SITE, 0);

    write(alerts(1, TAKEN));

    assertThat(db.rows(STANDS)).containsExactly("major|acknowledged");
    assertThat(db.rows("SELECT generation, position FROM wuchang.journal_position"))
        .containsExactly("2|1");
  }

  @Test
  void a_notification_is_kept_once_for_each_outcome() {
    Placed batch =
        new Placed(
            1,
            Batch.ofAlerts(
                List.of(OPENED),
                List.of(said(Outcome.REQUESTED), said(Outcome.REQUESTED), said(Outcome.SENT))));

    write(batch);
    write(batch);

    assertThat(db.rows("SELECT step, channel, outcome FROM wuchang.notifications ORDER BY outcome"))
        .containsExactly("opened|group|requested", "opened|group|sent");
  }

  @Test
  void an_alert_that_is_done_with_goes_with_its_steps_when_the_law_lets_it() {
    write(alerts(1, OPENED, CLOSED));
    Retention year = new Retention(Duration.ofDays(10), Duration.ofDays(10), Duration.ofDays(365));

    writer.keep(year, NOON.plus(Duration.ofDays(360)));
    assertThat(db.count("wuchang.alerts")).isEqualTo(1);

    writer.keep(year, NOON.plus(Duration.ofDays(370)));
    assertThat(db.count("wuchang.alerts")).isZero();
    assertThat(db.count("wuchang.alert_steps")).isZero();
  }

  @Test
  void an_alert_that_still_stands_is_kept_however_old() {
    write(alerts(1, OPENED));

    writer.keep(Retention.DEFAULT, NOON.plus(Duration.ofDays(4000)));

    assertThat(db.rows(STANDS)).containsExactly("warning|open");
    assertThat(db.count("wuchang.alert_steps")).isEqualTo(1);
  }

  @Test
  void nothing_goes_from_the_day_on_which_an_open_incident_began() {
    Retention brief = new Retention(Duration.ofDays(10), Duration.ofDays(10), Duration.ofDays(10));
    // Long enough before for a chunk of hours of its own, which goes as a whole.
    Instant before = NOON.minus(Duration.ofDays(100));
    write(placed(1, temperature(1, NOON, 9), temperature(1, before, 4)));
    write(alerts(2, OPENED));

    writer.keep(brief, NOON.plus(Duration.ofDays(400)));
    assertThat(db.rows("SELECT value FROM wuchang.readings")).containsExactly("9");
    assertThat(db.count("wuchang.readings_hourly")).isEqualTo(1);

    write(alerts(3, CLOSED));
    writer.keep(brief, NOON.plus(Duration.ofDays(400)));
    assertThat(db.count("wuchang.readings")).isZero();
    assertThat(db.count("wuchang.readings_hourly")).isZero();
  }

  private static NotificationStep said(Outcome outcome) {
    return new NotificationStep(
        AlertId.of("FRG-01.fridge-1.20261101T120000Z"), "opened", "group", outcome, "", NOON);
  }
}
