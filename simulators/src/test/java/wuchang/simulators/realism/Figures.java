package wuchang.simulators.realism;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Numbers as the tables have them: the median and, in brackets, the middle four fifths. */
final class Figures {
  private Figures() {}

  static <T> Chapter.Line line(
      String what, List<T> simulated, T real, ToDoubleFunction<T> statistic) {
    return new Chapter.Line(what, of(simulated, statistic), number(statistic.applyAsDouble(real)));
  }

  static <T> Chapter.Line only(String what, List<T> simulated, ToDoubleFunction<T> statistic) {
    return new Chapter.Line(what, of(simulated, statistic), "–");
  }

  static <T> String of(List<T> each, ToDoubleFunction<T> statistic) {
    return of(each.stream().map(statistic::applyAsDouble).toList());
  }

  static String of(List<Double> values) {
    List<Double> all = values.stream().sorted().toList();
    if (all.size() < 2) {
      return all.isEmpty() ? "–" : number(all.get(0));
    }
    double low = all.get((int) Math.round(0.1 * (all.size() - 1)));
    double high = all.get((int) Math.round(0.9 * (all.size() - 1)));
    return number(all.get(all.size() / 2)) + " (" + number(low) + " to " + number(high) + ")";
  }

  private static String number(double value) {
    String digits = Math.abs(value) >= 100 ? "%.0f" : Math.abs(value) >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, digits, value).replace('-', '−');
  }
}
