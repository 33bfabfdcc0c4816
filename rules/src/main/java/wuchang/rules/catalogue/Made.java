package wuchang.rules.catalogue;

import java.util.List;
import java.util.Map;
import wuchang.domain.Dimension;
import wuchang.domain.Quantity;
import wuchang.domain.Unit;
import wuchang.domain.reading.Metric;
import wuchang.rules.kind.Flow;
import wuchang.rules.kind.Highest;
import wuchang.rules.kind.Product;
import wuchang.rules.kind.Raw;
import wuchang.rules.kind.Signal;

/** The values with which a kind is made on one device. */
record Made(Map<String, Quantity> quantities, Map<String, List<String>> words, Place place) {
  boolean has(String name) {
    return quantities.containsKey(name);
  }

  Quantity quantity(String name) {
    Quantity quantity = quantities.get(name);
    if (quantity == null) {
      throw new IllegalArgumentException("the parameter «" + name + "» is missing");
    }
    return quantity;
  }

  double in(String name, Unit unit) {
    return quantity(name).in(unit);
  }

  long millis(String name) {
    return quantity(name).toDuration().toMillis();
  }

  List<Metric> metrics() {
    return words.getOrDefault("metric", List.of()).stream().map(Metric::of).toList();
  }

  private String estimate() {
    return String.join("", words.getOrDefault("estimate", List.of("raw")));
  }

  /** What is judged: a reading as it is, or what is made of it. */
  Signal<?> signal() {
    List<Metric> metrics = metrics();
    return switch (estimate()) {
      case "raw" -> metrics.size() == 1 ? new Raw(metrics.get(0)) : new Highest(metrics);
      case "product" -> new Product(metrics.get(0), millis("tau"));
      case "flow" -> new Flow(place.device().traits().nameplate(Metric.WATER_TOTAL));
      default ->
          throw new IllegalArgumentException(
              "«" + estimate() + "» is no estimate; expected raw, product or flow");
    };
  }

  /** How far from the limit clearly right begins: a difference, or a share of the limit. */
  double offset(String name, double limit) {
    Quantity clear = quantity(name);
    return clear.unit().dimension() == Dimension.SHARE
        ? Math.abs(limit) * clear.value() / 100
        : clear.value();
  }
}
