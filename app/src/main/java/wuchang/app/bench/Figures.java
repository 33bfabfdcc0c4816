package wuchang.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a benchmark has measured, in the order in which it is told. */
final class Figures {
  /** A number with its name and unit; the unit may be empty. */
  record Figure(String name, double value, String unit) {
    /** With as many digits as say something. */
    String shown() {
      double size = Math.abs(value);
      String format = size >= 1000 || value == Math.rint(value) ? "%,.0f" : "%.3g";
      String number =
          size > 0 && size < 0.001
              ? Double.toString(value)
              : String.format(Locale.ROOT, size >= 100 && size < 1000 ? "%.0f" : format, value);
      return unit.isEmpty() ? number : number + " " + unit;
    }
  }

  private final List<Figure> figures = new ArrayList<>();

  void add(String name, double value, String unit) {
    figures.add(new Figure(name, value, unit));
  }

  List<Figure> all() {
    return List.copyOf(figures);
  }
}
