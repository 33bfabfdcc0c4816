package wuchang.reports.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import wuchang.domain.Text;

/** What stands in one cell of a document. */
public sealed interface Cell {
  /** Words in both languages. */
  record Words(Text text) implements Cell {}

  /** A number as it is to be read, with as many places as it has. */
  record Amount(BigDecimal value) implements Cell {}

  /** An instant, read in the site's time. */
  record At(Instant instant) implements Cell {}

  record Day(LocalDate date) implements Cell {}

  /** Nothing was measured: it is said so, and not left out. */
  record Gap() implements Cell {}

  /** Left to a person, who writes it. */
  record Field() implements Cell {}

  Cell GAP = new Gap();
  Cell FIELD = new Field();
  Cell NOTHING = words("");

  static Cell words(Text text) {
    return new Words(text);
  }

  /** The same in both languages. */
  static Cell words(String text) {
    return new Words(Text.same(text));
  }

  static Cell amount(long value) {
    return new Amount(BigDecimal.valueOf(value));
  }

  /** Rounded to so many places, half up. */
  static Cell amount(double value, int places) {
    return new Amount(BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP));
  }

  static Cell amount(OptionalDouble value, int places) {
    return value.isPresent() ? amount(value.getAsDouble(), places) : GAP;
  }

  /** In minutes, to a tenth. */
  static Cell minutes(Duration duration) {
    return amount(duration.toMillis() / 60_000.0, 1);
  }

  static Cell minutes(Optional<Duration> duration) {
    return duration.map(Cell::minutes).orElse(GAP);
  }

  static Cell at(Instant instant) {
    return new At(instant);
  }

  static Cell at(Optional<Instant> instant) {
    return instant.map(Cell::at).orElse(NOTHING);
  }

  static Cell day(LocalDate date) {
    return new Day(date);
  }

  static Cell day(Optional<LocalDate> date) {
    return date.map(Cell::day).orElse(NOTHING);
  }

  /** A share of 1 as percent, to a tenth, rounded down: nothing looks more whole than it is. */
  static Cell percent(double share) {
    // A sum of doubles may lie a hair below what it means.
    return new Amount(BigDecimal.valueOf(share * 100 + 1e-9).setScale(1, RoundingMode.DOWN));
  }
}
