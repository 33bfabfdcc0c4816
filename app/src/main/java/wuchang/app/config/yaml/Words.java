package wuchang.app.config.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** How faults quote what they found, and how they guess what was meant. */
public final class Words {
  private static final int LONGEST = 60;

  private Words() {}

  /** The text between «», on one line and not too long. */
  public static String quoted(String text) {
    String line =
        text.codePoints()
            .limit(LONGEST + 1L)
            .map(Words::visible)
            .boxed()
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    boolean cut = line.codePointCount(0, line.length()) > LONGEST;
    return "«" + (cut ? line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…" : line) + "»";
  }

  /** {@code ; did you mean «x»?} when one of the known words is near, else nothing. */
  public static String meant(String word, Collection<String> known) {
    return nearest(word, known).map(near -> "; did you mean «" + near + "»?").orElse("");
  }

  /** The known word that a slip of the finger or two would have turned into this one. */
  public static Optional<String> nearest(String word, Collection<String> known) {
    int most = Math.min(3, word.length() / 3);
    return known.stream()
        .filter(k -> Math.abs(k.length() - word.length()) <= most)
        .filter(k -> distance(k, word) <= most)
        .min(Comparator.comparingInt(k -> distance(k, word)));
  }

  /** Insertions, deletions, changes and swaps of neighbours, upper and lower case being equal. */
  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : step(a, b, i, j, d);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(String a, String b, int i, int j, int[][] d) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int least = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
  }

  private static int visible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          '·';
      default -> codePoint;
    };
  }
}
