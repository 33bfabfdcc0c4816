package wuchang.simulators.csv;

import java.util.regex.Pattern;

/** Reads decimal numbers; short ones, which are nearly all, without a detour over strings. */
final class Numbers {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?");

  /** So many digits are exact in a double, and so are the powers of ten up to them. */
  private static final int EXACT = 15;

  private static final double[] TENS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private Numbers() {}

  /**
   * The number.
   *
   * @throws IllegalArgumentException saying what is wrong, and what was expected
   */
  static double parse(char[] text, int from, int to) {
    boolean negative = from < to && text[from] == '-';
    int start = negative ? from + 1 : from;
    long digits = 0;
    int point = -1;
    for (int i = start; i < to; i++) {
      char c = text[i];
      if (c >= '0' && c <= '9' && to - start <= EXACT) {
        digits = digits * 10 + c - '0';
      } else if (c == '.' && point < 0 && i > start) {
        point = i;
      } else {
        return any(new String(text, from, to - from));
      }
    }
    if (start == to) {
      return any(new String(text, from, to - from));
    }
    // Both are exact, so their quotient is the double nearest to what was written.
    double value = point < 0 ? digits : digits / TENS[to - 1 - point];
    return negative ? -value : value;
  }

  private static double any(String text) {
    double value = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          RowParser.quoted(text) + " is no value; expected a finite number");
    }
    return value;
  }
}
