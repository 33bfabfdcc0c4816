package wuchang.domain.score;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import wuchang.domain.Text;

/** A score in a word, as the checklists of canteens have it (DOMAIN.md B5). */
public enum Grade {
  EXCELLENT(90, new Text("优秀", "Excellent")),
  GOOD(80, new Text("良好", "Good")),
  PASSED(60, new Text("合格", "Passed")),
  FAILED(0, new Text("不合格", "Failed"));

  private final int from;
  private final Text label;

  Grade(int from, Text label) {
    this.from = from;
    this.label = label;
  }

  /** Of 0 to 100 points. */
  public static Grade of(BigDecimal points) {
    return Arrays.stream(values())
        .filter(grade -> points.compareTo(BigDecimal.valueOf(grade.from)) >= 0)
        .findFirst()
        .orElse(FAILED);
  }

  public Text label() {
    return label;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
