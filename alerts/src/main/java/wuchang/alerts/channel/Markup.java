package wuchang.alerts.channel;

/**
 * Names in robots' markup. Their dialects know no common way to write a mark as itself, so a mark
 * that could mean something is written as its full-width look-alike.
 */
final class Markup {
  private static final String MARKS = "*_`#[]<>~|@";
  private static final int TO_FULL_WIDTH = 0xFEE0;

  private Markup() {}

  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.chars().forEach(c -> plain.append((char) (MARKS.indexOf(c) < 0 ? c : c + TO_FULL_WIDTH)));
    return plain.toString();
  }
}
