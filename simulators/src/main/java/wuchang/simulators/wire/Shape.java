package wuchang.simulators.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.domain.Unit;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.Source;
import wuchang.domain.site.Source.Place;

/**
 * Where the values of one thing stand in its payload, read backwards: what a receiver finds there
 * becomes the value again. A switch's value is true or false, an array's places are numbers.
 *
 * @param places by metric; a metric without one is not said
 */
record Shape(Map<Metric, Place> places) {
  /** Six decimals are finer than any sensor, and hide what conversions add. */
  private static final double FINEST = 1e6;

  Shape {
    places = Map.copyOf(places);
  }

  /**
   * As the site's map says; without one, as things of that format usually are.
   *
   * @param usual pointers by metric's name; {@code !} before one: true means no; {@code =Wh} after
   *     one: in that unit
   */
  static Shape of(Source source, Map<String, String> usual) {
    if (!source.map().isEmpty()) {
      return new Shape(source.map());
    }
    Map<Metric, Place> places = new LinkedHashMap<>();
    usual.forEach((name, words) -> places.put(Metric.of(name), place(words)));
    return new Shape(places);
  }

  private static Place place(String words) {
    boolean invert = words.startsWith("!");
    String[] parts = (invert ? words.substring(1) : words).split("=");
    Optional<Unit> unit = parts.length > 1 ? Unit.of(parts[1]) : Optional.<Unit>empty();
    return new Place(parts[0], unit, 1, 0, invert, List.of());
  }

  boolean carries(Metric metric) {
    return places.containsKey(metric);
  }

  /** Writes the members of the object that is open. */
  void write(Map<Metric, Double> values, JsonText json) {
    Branch root = new Branch();
    for (Map.Entry<Metric, Double> value : values.entrySet()) {
      Place place = places.get(value.getKey());
      if (place != null) {
        root.put(place.pointer(), 1, leaf(value.getKey(), value.getValue(), place));
      }
    }
    root.members(json);
  }

  private static Object leaf(Metric metric, double value, Place place) {
    double meant = place.invert() ? 1 - value : value;
    if (metric.isFlag() && place.unit().isEmpty() && place.scale() == 1 && place.offset() == 0) {
      return meant != 0;
    }
    double scaled = place.unit().map(unit -> metric.unit().convert(meant, unit)).orElse(meant);
    double raw = (scaled - place.offset()) / place.scale();
    return Double.isNaN(raw) ? raw : Math.round(raw * FINEST) / FINEST;
  }

  /** A part of the payload: more parts by their names, or values. */
  private static final class Branch {
    private final Map<String, Object> parts = new LinkedHashMap<>();

    /** Puts a value where the rest of a pointer leads; what stands there already stays. */
    void put(String pointer, int from, Object leaf) {
      int slash = pointer.indexOf('/', from);
      String name = unescaped(slash < 0 ? pointer.substring(from) : pointer.substring(from, slash));
      if (slash < 0) {
        parts.putIfAbsent(name, leaf);
      } else if (parts.computeIfAbsent(name, n -> new Branch()) instanceof Branch branch) {
        branch.put(pointer, slash + 1, leaf);
      }
    }

    void members(JsonText json) {
      parts.forEach((name, part) -> write(part, json.name(name)));
    }

    private boolean isArray() {
      return parts.keySet().stream().allMatch(name -> name.matches("\\d{1,2}"));
    }

    private void elements(JsonText json) {
      int last = parts.keySet().stream().mapToInt(Integer::parseInt).max().orElse(-1);
      for (int i = 0; i <= last; i++) {
        write(parts.getOrDefault(String.valueOf(i), Double.NaN), json.next());
      }
    }

    private static void write(Object part, JsonText json) {
      if (part instanceof Branch branch) {
        boolean array = branch.isArray();
        json.open(array ? '[' : '{');
        if (array) {
          branch.elements(json);
        } else {
          branch.members(json);
        }
        json.close(array ? ']' : '}');
      } else if (part instanceof Boolean flag) {
        json.value(flag.booleanValue());
      } else {
        json.value(((Double) part).doubleValue());
      }
    }

    private static String unescaped(String name) {
      return name.replace("~1", "/").replace("~0", "~");
    }
  }
}
