package wuchang.domain.finding;

import java.time.Duration;
import java.time.Instant;
import wuchang.domain.Quantity;

/** One typed piece of evidence; how it is written is decided last, in the reader's language. */
public sealed interface Fact {
  /** A measured or configured value with its unit. */
  record Amount(Quantity quantity) implements Fact {}

  /** An instant, shown in the site's time. */
  record At(Instant instant) implements Fact {}

  /** A stretch of time. */
  record Lasted(Duration duration) implements Fact {}

  /** A number of things. */
  record Count(long count) implements Fact {}

  /** A word of a closed vocabulary, such as a phase or a reason. */
  record Word(String word) implements Fact {}
}
