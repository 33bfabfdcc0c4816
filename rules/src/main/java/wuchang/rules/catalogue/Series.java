package wuchang.rules.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The compact series of examples: {@code 4 x30, 4+0.5 x10, _ x5}; NaN stands for a gap. */
final class Series {
  private static final Pattern PART =
      Pattern.compile("(_|-?\\d+(?:\\.\\d+)?)([+-]\\d+(?:\\.\\d+)?)?(?:\\s*x(\\d+))?");

  private Series() {}

  /**
   * The values of a series.
   *
   * @throws IllegalArgumentException naming the part that is none
   */
  static List<Double> parse(String text) {
    List<Double> values = new ArrayList<>();
    for (String part : text.split(",")) {
      Matcher form = PART.matcher(part.strip());
      if (!form.matches()) {
        throw new IllegalArgumentException(
            "«" + part.strip() + "» is no part of a series; expected 4, 4 x30, 4+0.5 x10 or _ x5");
      }
      int times = form.group(3) == null ? 1 : Integer.parseInt(form.group(3));
      double value = form.group(1).equals("_") ? Double.NaN : Double.parseDouble(form.group(1));
      double step = form.group(2) == null ? 0 : Double.parseDouble(form.group(2));
      for (int i = 0; i < times; i++) {
        values.add(value + i * step);
      }
    }
    return values;
  }
}
