package wuchang.reports;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Instants as they stand in a printed record: the site's time to the second, with the offset on a
 * day on which the clocks change.
 */
record SiteTime(SiteDay day) {
  private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final DateTimeFormatter WITH_OFFSET =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx");

  String of(Instant at) {
    return (day.hasClockChange() ? WITH_OFFSET : PLAIN).format(at.atZone(day.zone()));
  }

  String of(Optional<Instant> at) {
    return at.map(this::of).orElse("");
  }
}
