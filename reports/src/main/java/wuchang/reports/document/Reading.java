package wuchang.reports.document;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import wuchang.domain.Language;
import wuchang.domain.Text;

/**
 * How cells read for one reader: instants in the site's time to the second, with the offset on a
 * day on which the clocks change.
 */
record Reading(Language language, ZoneId zone) {
  private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final DateTimeFormatter WITH_OFFSET =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx");
  private static final String GAP = "—";

  String of(Text text) {
    return text.in(language);
  }

  String of(Cell cell) {
    if (cell instanceof Cell.Words words) {
      return of(words.text());
    }
    if (cell instanceof Cell.Amount amount) {
      return amount.value().toPlainString();
    }
    if (cell instanceof Cell.At at) {
      return of(at.instant());
    }
    if (cell instanceof Cell.Day day) {
      return day.date().toString();
    }
    return cell instanceof Cell.Gap ? GAP : "";
  }

  String of(Instant at) {
    return (hasClockChange(at) ? WITH_OFFSET : PLAIN).format(at.atZone(zone));
  }

  private boolean hasClockChange(Instant at) {
    LocalDate day = LocalDate.ofInstant(at, zone);
    Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
    return !Duration.between(day.atStartOfDay(zone).toInstant(), end).equals(Duration.ofDays(1));
  }
}
