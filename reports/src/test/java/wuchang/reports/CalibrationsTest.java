package wuchang.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wuchang.domain.RecordId;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Provenance;
import wuchang.domain.record.RecordFields;
import wuchang.domain.record.RecordKind;
import wuchang.domain.site.Device;

/** Calibrations are of a day of the site, wherever its midnight lies. */
class CalibrationsTest {
  private static final Device FRIDGE = Canteen.site().device(Canteen.FRIDGE).orElseThrow();

  /** Past midnight in Shanghai, and the day before in UTC and in Chicago. */
  private static final Instant LATE = Instant.parse("2026-06-30T17:00:00Z");

  @Test
  void one_made_past_midnight_belongs_to_the_day_that_has_begun_at_the_site() {
    List<BookEntry> entries = List.of(calibrated(LATE, Map.of()));

    assertThat(Calibrations.last(FRIDGE, entries, Canteen.ZONE))
        .contains(LocalDate.parse("2026-07-01"));
    assertThat(Calibrations.due(FRIDGE, entries, Canteen.ZONE))
        .contains(LocalDate.parse("2027-07-01"));
    assertThat(Calibrations.last(FRIDGE, entries, ZoneId.of("America/Chicago")))
        .contains(LocalDate.parse("2026-06-30"));
  }

  @Test
  void what_was_said_of_the_next_one_stands_and_of_another_device_nothing() {
    List<BookEntry> entries = List.of(calibrated(LATE, Map.of("next", "2026-12-24")));

    assertThat(Calibrations.due(FRIDGE, entries, Canteen.ZONE))
        .contains(LocalDate.parse("2026-12-24"));
    Device freezer = Canteen.site().device(Canteen.FREEZER).orElseThrow();
    assertThat(Calibrations.due(freezer, entries, Canteen.ZONE)).isEmpty();
  }

  private static BookEntry calibrated(Instant at, Map<String, Object> said) {
    Map<String, Object> fields = new HashMap<>(said);
    fields.put("device", Canteen.FRIDGE.value());
    fields.put("deviation", 0.2);
    return new BookEntry(
        RecordId.of("c-1"),
        1,
        RecordKind.CALIBRATION,
        at,
        "p1",
        "p1",
        new RecordFields(fields),
        Provenance.LIVE,
        at);
  }
}
