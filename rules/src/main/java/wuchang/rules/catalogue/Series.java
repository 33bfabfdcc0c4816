package wuchang.rules.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The compact series of examples: {@code 4 x30, 4+0.5 x10, _ x5}; NaN stands for a gap. A part that
 * begins with a sign in front of an equals sign goes on from the value before, as counters do:
 * {@code 100, +=0.01 x6, -=0.1}. What stands in brackets can be repeated: {@code (+=0 x6, +=1 x18)
 * x7} is a week of hours.
 */
final class Series {
  private static final String NUMBER = "\\d+(?:\\.\\d+)?";
  private static final Pattern PART =
      Pattern.compile(
          "(?:(_|-?" + NUMBER + ")([+-]" + NUMBER + ")?|([+-])=(" + NUMBER + "))(?:\\s*x(\\d+))?");
  private static final Pattern TIMES = Pattern.compile("\\s*x(\\d+)\\s*");

  private final List<Double> values = new ArrayList<>();
  private double last = Double.NaN;

  private Series() {}

  /**
   * The values of a series.
   *
   * @throws IllegalArgumentException naming the part that is none
   */
  static List<Double> parse(String text) {
    Series series = new Series();
    series.read(text);
    return series.values;
  }

  private void read(String text) {
    int depth = 0;
    int begin = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        item(text.substring(begin, i).strip());
        begin = i + 1;
      }
    }
    item(text.substring(begin).strip());
  }

  private void item(String text) {
    if (text.startsWith("(")) {
      int end = text.lastIndexOf(')');
      Matcher times = TIMES.matcher(end < 0 ? "" : text.substring(end + 1));
      if (!times.matches()) {
        throw fault(text);
      }
      for (int i = 0; i < Integer.parseInt(times.group(1)); i++) {
        read(text.substring(1, end));
      }
    } else {
      part(text);
    }
  }

  private void part(String text) {
    Matcher form = PART.matcher(text);
    if (!form.matches()) {
      throw fault(text);
    }
    int times = form.group(5) == null ? 1 : Integer.parseInt(form.group(5));
    boolean goesOn = form.group(3) != null;
    double step = Double.parseDouble(goesOn ? form.group(3) + form.group(4) : or(form.group(2)));
    double value = goesOn ? last + step : number(form.group(1));
    for (int i = 0; i < times; i++) {
      put(value + i * step);
    }
  }

  private void put(double value) {
    values.add(value);
    last = Double.isNaN(value) ? last : value;
  }

  private static double number(String text) {
    return text.equals("_") ? Double.NaN : Double.parseDouble(text);
  }

  private static String or(@org.jspecify.annotations.Nullable String step) {
    return step == null ? "0" : step;
  }

  private static IllegalArgumentException fault(String part) {
    return new IllegalArgumentException(
        "«"
            + part
            + "» is no part of a series; expected 4, 4 x30, 4+0.5 x10, _ x5, +=0.5 x10 or (…) x7");
  }
}
