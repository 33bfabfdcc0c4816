package wuchang.ingest;

/**
 * Text that others have sent, made fit to be stored and shown: no control characters (PostgreSQL
 * refuses NUL), no halves of surrogate pairs, and not too long.
 */
final class Legible {
  private static final char INSTEAD = '\uFFFD';

  private Legible() {}

  /** The text as it is, when it is fit; else repaired and cut. */
  static String text(String text, int most) {
    return isFit(text, most) ? text : repaired(text, most);
  }

  /** At most 60 characters in quotation marks, for messages. */
  static String quoted(String text) {
    String fit = text(text, 60);
    return "«" + fit + (fit.length() < text.length() ? "…" : "") + "»";
  }

  static boolean isFit(String text, int most) {
    if (text.length() > most) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!isFit(text, i, text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static String repaired(String text, int most) {
    StringBuilder fit = new StringBuilder();
    for (int i = 0; i < text.length() && fit.length() < most; i++) {
      char c = text.charAt(i);
      boolean cutInTwo = Character.isHighSurrogate(c) && fit.length() + 1 == most;
      fit.append(isFit(text, i, c) && !cutInTwo ? c : INSTEAD);
    }
    return fit.toString();
  }

  private static boolean isFit(String text, int at, char c) {
    if (Character.isHighSurrogate(c)) {
      return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
    return !Character.isISOControl(c);
  }
}
