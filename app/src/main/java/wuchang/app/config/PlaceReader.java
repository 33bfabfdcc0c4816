package wuchang.app.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import wuchang.app.config.yaml.Form;
import wuchang.app.config.yaml.Section;
import wuchang.app.config.yaml.Value;
import wuchang.app.config.yaml.Words;
import wuchang.domain.Unit;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.Source.Place;

/**
 * Where a payload holds a metric: a JSON pointer, or one with what makes a reading of the value.
 */
final class PlaceReader {
  private static final String A_PLACE = "a JSON pointer, or {pointer: /…, unit: …}";
  private static final Pattern BAD_ESCAPE = Pattern.compile("~(?![01])");
  private static final Form<String> POINTER =
      Form.of("a text", text -> text)
          .only("a JSON pointer such as /object/temperature", PlaceReader::isPointer);
  private static final Form<Double> SCALE = As.NUMBER.only("a number that is not 0", s -> s != 0);
  private static final Form<Metric> NAME =
      Form.of("the name of a metric such as temperature", Metric::of);

  private PlaceReader() {}

  /** The metric that a key names; one that nearly has a known name is probably meant to be it. */
  static Optional<Metric> metric(Value key) {
    Optional<Metric> metric = NAME.read(key);
    List<String> known = Metric.known().stream().map(Metric::name).toList();
    metric
        .filter(m -> !m.isKnown())
        .flatMap(m -> Words.nearest(m.name(), known))
        .ifPresent(
            near ->
                key.warn(
                    "no rule looks at the metric" + key.shown() + "; expected «" + near + "»?"));
    return metric;
  }

  static Form<Place> of(Metric metric) {
    Form<Place> pointer = POINTER.map(p -> new Place(p, Optional.empty(), 1, 0, false, List.of()));
    return Form.either(A_PLACE, pointer, Form.section(A_PLACE, section -> place(section, metric)));
  }

  private static Optional<Place> place(Section place, Metric metric) {
    Optional<String> pointer = place.need("pointer", POINTER);
    Optional<Unit> unit = place.get("unit", unitOf(metric));
    double scale = place.get("scale", SCALE, 1.0);
    double offset = place.get("offset", As.NUMBER, 0.0);
    boolean invert = place.get("invert", As.FLAG, false);
    List<Double> sentinels = place.get("sentinels", As.NUMBER.list(), List.of());
    place
        .value("invert")
        .filter(v -> invert && metric.isKnown() && !metric.isFlag())
        .ifPresent(
            v -> v.fault("invert does not fit " + metric + "; expected on a yes or no only"));
    return pointer.map(p -> new Place(p, unit, scale, offset, invert, sentinels));
  }

  /** The units that the metric can be converted from; any unit when its own is not known. */
  private static Form<Unit> unitOf(Metric metric) {
    List<String> units =
        Arrays.stream(Unit.values())
            .filter(u -> !metric.isKnown() || u.dimension() == metric.unit().dimension())
            .map(Unit::symbol)
            .filter(symbol -> !symbol.isEmpty())
            .toList();
    String expected =
        units.isEmpty() ? "none: " + metric + " has no unit" : "one of " + String.join(" ", units);
    return Form.word(
        "unit",
        expected,
        units,
        symbol ->
            Unit.of(symbol)
                .filter(u -> !metric.isKnown() || u.dimension() == metric.unit().dimension()));
  }

  private static boolean isPointer(String text) {
    return (text.isEmpty() || text.startsWith("/")) && !BAD_ESCAPE.matcher(text).find();
  }
}
