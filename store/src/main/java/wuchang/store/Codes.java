package wuchang.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.Provenance;
import wuchang.domain.reading.Quality;

/** How the words of the domain stand in the tables. */
final class Codes {
  private static final int OWN_TIME = 1;
  private static final int REPLAY = 2;
  private static final int RETAINED = 4;

  private Codes() {}

  static short quality(Quality quality) {
    return switch (quality) {
      case GOOD -> 0;
      case SUSPECT -> 1;
      case BAD -> 2;
    };
  }

  static short provenance(Provenance provenance) {
    return (short)
        ((provenance.ownTime() ? OWN_TIME : 0)
            | (provenance.replay() ? REPLAY : 0)
            | (provenance.retained() ? RETAINED : 0));
  }

  static Provenance provenance(int bits) {
    return new Provenance((bits & OWN_TIME) != 0, (bits & REPLAY) != 0, (bits & RETAINED) != 0);
  }

  /** The word of a flaw; absent for none, which then takes no room. */
  static Optional<String> flaw(Flaw flaw) {
    return flaw == Flaw.NONE ? Optional.empty() : Optional.of(flaw.word());
  }

  static Flaw flaw(Optional<String> word) {
    return word.map(w -> Flaw.valueOf(w.toUpperCase(Locale.ROOT))).orElse(Flaw.NONE);
  }

  /**
   * Whole seconds from the time to the arrival: milliseconds of it would cost as much as a value.
   */
  static int delay(Instant time, Instant arrived) {
    long seconds = Math.floorDiv(Duration.between(time, arrived).toMillis(), 1000);
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, seconds));
  }

  static Instant arrived(Instant time, int delay) {
    return time.plusSeconds(delay);
  }

  /**
   * A device's words as PostgreSQL can hold them: no NUL, and short enough for an index to hold
   * several.
   */
  static String text(String words, int most) {
    String clean = words.replace('\0', '\uFFFD');
    return clean.codePointCount(0, clean.length()) <= most
        ? clean
        : clean.substring(0, clean.offsetByCodePoints(0, most));
  }
}
