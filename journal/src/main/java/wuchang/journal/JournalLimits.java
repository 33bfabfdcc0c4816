package wuchang.journal;

import java.time.Duration;

/**
 * How much may wait in the journal. At a limit readings are refused, so that nothing more is
 * acknowledged and the broker keeps what comes; nothing that was acknowledged is let go of. The
 * alerts' own steps are taken in all the same: they are few, and people must be told.
 *
 * @param mostBytes what the journal may hold, in bytes; ten a reading, about
 * @param longest how much older than the newest the oldest waiting reading may be
 * @param leftFree what is left free on the disk, in bytes, for the alerts' steps and for making
 *     room
 */
public record JournalLimits(long mostBytes, Duration longest, long leftFree) {
  /**
   * 8 GB are a year of two hundred devices that speak once a minute, or four hours at sixty
   * thousand values a second.
   */
  public static final JournalLimits DEFAULT =
      new JournalLimits(8L << 30, Duration.ofDays(30), 3L * Reserve.BYTES);

  public JournalLimits {
    if (mostBytes <= 0 || longest.isNegative() || longest.isZero() || leftFree < 0) {
      throw new IllegalArgumentException(
          "the journal's limits must be above 0, not %d bytes, %s, %d bytes left free"
              .formatted(mostBytes, longest, leftFree));
    }
  }
}
