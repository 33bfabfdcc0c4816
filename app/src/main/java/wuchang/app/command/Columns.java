package wuchang.app.command;

import java.util.List;

/** Rows in aligned columns for a terminal, where a Chinese character is two cells wide. */
final class Columns {
  private static final int GAP = 2;

  private Columns() {}

  static String aligned(List<List<String>> rows) {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      for (int i = 0; i < columns - 1; i++) {
        text.append(row.get(i)).append(" ".repeat(widths[i] - width(row.get(i)) + GAP));
      }
      text.append(row.get(columns - 1)).append(System.lineSeparator());
    }
    return text.toString();
  }

  private static int width(String text) {
    return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
  }

  private static boolean isWide(int codePoint) {
    Character.UnicodeBlock block = Character.UnicodeBlock.of(codePoint);
    return Character.isIdeographic(codePoint)
        || block == Character.UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION
        || block == Character.UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS;
  }
}
