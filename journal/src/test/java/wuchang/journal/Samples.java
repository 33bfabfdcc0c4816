package wuchang.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wuchang.domain.AlertId;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.Principle;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.Unit;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertState;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.alert.Silence;
import wuchang.domain.finding.Evidence;
import wuchang.domain.journal.Batch;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;

/** Batches as the tests of the journal need them; the same number gives the same batch. */
final class Samples {
  private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");

  private Samples() {}

  /** So many readings of fifty fridges, five seconds after those of the number before. */
  static Batch readings(long number, int count) {
    List<Observation> readings = new ArrayList<>(count);
    Instant time = START.plusSeconds(5 * number);
    for (int i = 0; i < count; i++) {
      double value = (number * 31 + i * 17) % 200 / 10.0 - 5;
      readings.add(
          Reading.of(
              DeviceId.of("fridge-" + i % 50), Metric.TEMPERATURE, time.plusMillis(i), value));
    }
    return Batch.of(readings, List.of());
  }

  /** One step of an alert into a state, and one notification of it. */
  static Batch alert(String id, AlertState state, Instant openedAt) {
    return alert(id, state, openedAt, Optional.empty());
  }

  static Batch alert(String id, AlertState state, Instant openedAt, Optional<Instant> closedAt) {
    Alert alert =
        new Alert(
            AlertId.of(id),
            RuleId.of("FRG-01"),
            DeviceId.of("fridge-1"),
            AreaId.of("cold-room"),
            Principle.CLEAN,
            Severity.MAJOR,
            state,
            openedAt,
            openedAt,
            openedAt,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            1,
            Evidence.NONE.with("value", 12.5, Unit.CELSIUS),
            true,
            closedAt,
            Optional.empty(),
            Optional.empty(),
            List.of());
    AlertStep step =
        new AlertStep(AlertStep.Kind.OPENED, openedAt, AlertStep.SYSTEM, "first", alert);
    NotificationStep said =
        new NotificationStep(
            alert.id(), "opened", "log", NotificationStep.Outcome.REQUESTED, "first", openedAt);
    return Batch.ofAlerts(List.of(step), List.of(said));
  }

  /** A silence of an hour. */
  static Batch silence(String id, Instant from) {
    Silence silence =
        new Silence(
            id,
            Silence.Scope.SITE,
            "drill",
            PersonId.of("p1"),
            from,
            from.plusSeconds(3600),
            Optional.empty(),
            Optional.empty());
    return Batch.ofAlerts(List.of(), List.of(), List.of(silence));
  }
}
