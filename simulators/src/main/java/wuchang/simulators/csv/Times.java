package wuchang.simulators.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Reads times. Those written as the contract has them, {@code 2026-11-01T06:00:00.250Z}, without a
 * formatter: a file has millions of them and few days.
 */
final class Times {
  private static final int DATE = 10;
  private static final int SECONDS = 19;
  private static final int MOST_DECIMALS = 9;
  private static final long DAY_MILLIS = 86_400_000;
  private static final long FIRST = 0;
  private static final long END = LocalDate.of(10_000, 1, 1).toEpochDay() * DAY_MILLIS;

  private final Names<Long> days = new Names<>(day -> LocalDate.parse(day).toEpochDay());

  /**
   * Epoch milliseconds; what is finer is cut off.
   *
   * @throws IllegalArgumentException saying what is wrong, and what was expected
   */
  long millis(char[] text, int from, int to) {
    try {
      long millis = isUsual(text, from, to) ? usual(text, from, to) : any(text, from, to);
      if (millis >= FIRST && millis < END) {
        return millis;
      }
    } catch (DateTimeException | ArithmeticException e) {
      // Told below, in our words.
    }
    throw new IllegalArgumentException(
        RowParser.quoted(new String(text, from, to - from))
            + " is no time; expected ISO-8601 such as 2026-11-01T06:00:00Z");
  }

  private static long any(char[] text, int from, int to) {
    Instant time = OffsetDateTime.parse(new String(text, from, to - from)).toInstant();
    return time.toEpochMilli();
  }

  private long usual(char[] text, int from, int to) {
    long day = days.of(text, from, from + DATE);
    int hour = two(text, from + 11);
    int minute = two(text, from + 14);
    int second = two(text, from + 17);
    if (hour > 23 || minute > 59 || second > 59) {
      throw new DateTimeException("no time of day");
    }
    long millis = ((hour * 60L + minute) * 60 + second) * 1000;
    long unit = 100;
    for (int i = from + SECONDS + 1; i < to - 1; i++) {
      millis += (text[i] - '0') * unit;
      unit /= 10;
    }
    return day * DAY_MILLIS + millis;
  }

  /** Whether it is {@code dddd-dd-ddTdd:dd:dd[.d…]Z}. */
  private static boolean isUsual(char[] text, int from, int to) {
    int length = to - from;
    if (length <= SECONDS || length > SECONDS + MOST_DECIMALS + 2 || text[to - 1] != 'Z') {
      return false;
    }
    boolean separated =
        text[from + 4] == '-'
            && text[from + 7] == '-'
            && text[from + DATE] == 'T'
            && text[from + 13] == ':'
            && text[from + 16] == ':';
    boolean whole = length == SECONDS + 1;
    boolean decimals = length > SECONDS + 2 && text[from + SECONDS] == '.';
    return separated
        && (whole || decimals && digits(text, from + SECONDS + 1, to - 1))
        && digits(text, from + 11, from + 13)
        && digits(text, from + 14, from + 16)
        && digits(text, from + 17, from + SECONDS);
  }

  private static boolean digits(char[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] < '0' || text[i] > '9') {
        return false;
      }
    }
    return true;
  }

  private static int two(char[] text, int at) {
    return (text[at] - '0') * 10 + text[at + 1] - '0';
  }
}
