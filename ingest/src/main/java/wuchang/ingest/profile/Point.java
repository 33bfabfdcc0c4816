package wuchang.ingest.profile;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import wuchang.domain.Unit;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.Source.Place;

/**
 * Where one metric stands in a payload and what makes a reading of it: {@code value × scale +
 * offset} in {@code unit}, converted to the metric's own.
 *
 * @param at the first of these that is there counts
 * @param unless when one of these says something, the metric is not looked for: a plug's chip has a
 *     temperature, too
 * @param only looked for only when one of these says something; none: always
 * @param lenient what cannot be read is passed over, for a shipped profile only guesses
 */
record Point(
    Metric metric,
    List<JsonPointer> at,
    List<JsonPointer> unless,
    List<JsonPointer> only,
    Place place,
    boolean lenient) {
  Point {
    at = List.copyOf(at);
    unless = List.copyOf(unless);
    only = List.copyOf(only);
  }

  static Point of(Metric metric, Place place) {
    JsonPointer at = JsonPointer.compile(place.pointer());
    return new Point(metric, List.of(at), List.of(), List.of(), place, false);
  }

  /** The same, where the payload holds it deeper. */
  Point under(JsonPointer root) {
    return new Point(
        metric, deeper(root, at), deeper(root, unless), deeper(root, only), place, lenient);
  }

  Optional<Measured> find(JsonNode body) {
    if (speaks(body, unless) || !only.isEmpty() && !speaks(body, only)) {
      return Optional.empty();
    }
    for (JsonPointer each : at) {
      JsonNode node = body.at(each);
      if (!node.isMissingNode() && !(lenient && node.isContainerNode())) {
        return measured(node);
      }
    }
    return Optional.empty();
  }

  private Optional<Measured> measured(JsonNode node) {
    OptionalDouble raw = Scalar.loose(node);
    if (raw.isEmpty()) {
      return lenient ? Optional.empty() : Optional.of(Measured.unreadable(metric, node));
    }
    double value = raw.getAsDouble();
    if (place.sentinels().contains(value)) {
      return Optional.of(new Measured(metric, value, true, node));
    }
    return Optional.of(new Measured(metric, meant(value), false, node));
  }

  private double meant(double raw) {
    double scaled = raw * place.scale() + place.offset();
    double value = place.unit().map(unit -> converted(unit, scaled)).orElse(scaled);
    return place.invert() ? 1 - value : value;
  }

  private double converted(Unit unit, double value) {
    boolean fits = unit.dimension() == metric.unit().dimension();
    return fits ? unit.convert(value, metric.unit()) : value;
  }

  private static boolean speaks(JsonNode body, List<JsonPointer> pointers) {
    for (JsonPointer each : pointers) {
      JsonNode node = body.at(each);
      boolean silent =
          node.isMissingNode() || node.isNull() || node.isBoolean() && !node.booleanValue();
      if (!silent) {
        return true;
      }
    }
    return false;
  }

  private static List<JsonPointer> deeper(JsonPointer root, List<JsonPointer> pointers) {
    return pointers.stream().map(root::append).toList();
  }
}
