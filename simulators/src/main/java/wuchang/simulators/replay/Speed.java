package wuchang.simulators.replay;

/**
 * How fast recorded time passes: so many seconds of the record in one second, or as fast as it can.
 */
public record Speed(double factor) {
  /** No waiting at all. */
  public static final Speed MAX = new Speed(Double.POSITIVE_INFINITY);

  public Speed {
    if (!(factor > 0)) {
      throw new IllegalArgumentException("a speed must be more than 0, not " + factor);
    }
  }

  /**
   * Reads a positive number or {@code max}.
   *
   * @throws IllegalArgumentException saying what was expected
   */
  public static Speed parse(String text) {
    if (text.equals("max")) {
      return MAX;
    }
    try {
      return new Speed(Double.parseDouble(text));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "«" + text + "» is no speed; expected a number more than 0, or max");
    }
  }
}
