package wuchang.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.alert.Silence;
import wuchang.domain.journal.Batch;
import wuchang.domain.journal.Journal.Placed;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.domain.reading.Rejected;

/** Several batches of the journal, sorted by where they go. */
record JournalRows(
    List<Reading> readings,
    List<GateEvent> events,
    List<BookEntry> entries,
    List<Map.Entry<Place, Rejected>> rejected,
    List<Map.Entry<Place, AlertStep>> alertSteps,
    List<NotificationStep> notifications,
    List<Map.Entry<Place, Silence>> silences) {

  static JournalRows of(List<Placed> batches, long generation) {
    JournalRows rows =
        new JournalRows(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    for (Placed placed : batches) {
      rows.add(placed.batch(), generation, placed.position());
    }
    return rows;
  }

  Set<String> devices() {
    Set<String> names = new HashSet<>();
    readings.forEach(r -> names.add(r.device().value()));
    events.forEach(e -> names.add(e.device().value()));
    return names;
  }

  Set<String> metrics() {
    Set<String> names = new HashSet<>();
    readings.forEach(r -> names.add(r.metric().name()));
    return names;
  }

  private void add(Batch batch, long generation, long position) {
    for (Observation observation : batch.observations()) {
      if (observation instanceof Reading reading) {
        readings.add(reading);
      } else if (observation instanceof GateEvent event) {
        events.add(event);
      } else if (observation instanceof BookEntry entry) {
        entries.add(entry);
      }
    }
    int ordinal = 0;
    for (Rejected one : batch.rejected()) {
      rejected.add(Map.entry(new Place(generation, position, ordinal++), one));
    }
    for (AlertStep step : batch.alertSteps()) {
      alertSteps.add(Map.entry(new Place(generation, position, ordinal++), step));
    }
    for (Silence silence : batch.silences()) {
      silences.add(Map.entry(new Place(generation, position, ordinal++), silence));
    }
    notifications.addAll(batch.notifications());
  }
}
