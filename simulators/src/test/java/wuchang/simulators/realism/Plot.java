package wuchang.simulators.realism;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Panels one below the other, each with one line over the hours, as SVG. */
final class Plot {
  private static final double WIDTH = 900;
  private static final double HEIGHT = 190;
  private static final double LEFT = 60;
  private static final double TOP = 34;
  private static final double BOTTOM = 26;
  private static final int MOST_TICKS = 6;

  private final String unit;
  private double low;
  private double high;
  private final List<String> panels = new ArrayList<>();

  /** All panels have the scale from low to high until another is given. */
  Plot(String unit, double low, double high) {
    this.unit = unit;
    this.low = low;
    this.high = high;
  }

  /** The scale of the panels to come. */
  Plot scaled(double from, double to) {
    low = from;
    high = to;
    return this;
  }

  /** Adds a panel; its time begins with the series. */
  Plot panel(String title, Series series, String colour) {
    double top = panels.size() * (HEIGHT + TOP + BOTTOM) + TOP;
    Instant start = series.values().firstKey();
    double hours = hours(start, series.values().lastKey());
    StringBuilder svg = new StringBuilder();
    text(svg, LEFT, top - 12, "start", title + ", " + unit);
    grid(svg, top, hours);
    svg.append("<polyline fill=\"none\" stroke=\"%s\" points=\"".formatted(colour));
    for (Map.Entry<Instant, Double> value : series.values().entrySet()) {
      double x = x(hours(start, value.getKey()), hours);
      svg.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y(value.getValue(), top)));
    }
    panels.add(svg.append("\"/>\n").toString());
    return this;
  }

  String svg() {
    double height = panels.size() * (HEIGHT + TOP + BOTTOM) + 4;
    return String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" font-family=\"sans-serif\""
                + " font-size=\"13\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
            WIDTH,
            height)
        + String.join("", panels)
        + "</svg>\n";
  }

  private void grid(StringBuilder svg, double top, double hours) {
    double step = step((high - low) / MOST_TICKS);
    for (double value = Math.ceil(low / step) * step; value <= high; value += step) {
      line(svg, LEFT, y(value, top), WIDTH - 10, y(value, top));
      text(
          svg,
          LEFT - 6,
          y(value, top) + 4,
          "end",
          BigDecimal.valueOf(value + 0.0).stripTrailingZeros().toPlainString());
    }
    double each = hours > 12 ? 3 : 1;
    for (double hour = 0; hour <= hours; hour += each) {
      line(svg, x(hour, hours), top, x(hour, hours), top + HEIGHT);
      text(svg, x(hour, hours), top + HEIGHT + 16, "middle", Math.round(hour) + " h");
    }
  }

  /** The next of 1, 2, 5, 10, 20 … and of their tenths. */
  private static double step(double least) {
    double decade = Math.pow(10, Math.floor(Math.log10(least)));
    double digits = least / decade;
    return decade * (digits <= 1 ? 1 : digits <= 2 ? 2 : digits <= 5 ? 5 : 10);
  }

  private static void line(StringBuilder svg, double x1, double y1, double x2, double y2) {
    String form = "<path stroke=\"#ddd\" d=\"M%.1f %.1fL%.1f %.1f\"/>%n";
    svg.append(String.format(Locale.ROOT, form, x1, y1, x2, y2));
  }

  private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
    String form = "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n";
    svg.append(String.format(Locale.ROOT, form, x, y, anchor, text));
  }

  private static double x(double hour, double hours) {
    return LEFT + hour / hours * (WIDTH - 10 - LEFT);
  }

  private double y(double value, double top) {
    double clipped = Math.max(low, Math.min(high, value));
    return top + HEIGHT * (high - clipped) / (high - low);
  }

  private static double hours(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 3_600_000.0;
  }
}
