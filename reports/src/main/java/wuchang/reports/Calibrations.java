package wuchang.reports;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.record.RecordKind;
import wuchang.domain.site.Device;

/**
 * When devices were calibrated, as dates of the site, by the configuration or by what people wrote
 * down.
 */
final class Calibrations {
  /** DOMAIN.md SEN-05. */
  private static final int YEAR = 365;

  private Calibrations() {}

  static Optional<LocalDate> last(Device device, List<BookEntry> entries, ZoneId zone) {
    return Stream.concat(
            device.traits().calibrated().stream(),
            of(device, entries).map(entry -> LocalDate.ofInstant(entry.time(), zone)))
        .max(Comparator.naturalOrder());
  }

  /** When the next one is due; empty for a device that was never calibrated. */
  static Optional<LocalDate> due(Device device, List<BookEntry> entries, ZoneId zone) {
    Optional<LocalDate> said =
        of(device, entries)
            .max(Comparator.comparing(BookEntry::time))
            .flatMap(entry -> entry.fields().text("next"))
            .map(LocalDate::parse);
    return said.or(() -> last(device, entries, zone).map(day -> day.plusDays(YEAR)));
  }

  private static Stream<BookEntry> of(Device device, List<BookEntry> entries) {
    return Entries.newest(entries)
        .filter(entry -> entry.kind() == RecordKind.CALIBRATION)
        .filter(entry -> entry.about().filter(device.id()::equals).isPresent());
  }
}
