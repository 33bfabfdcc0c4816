package wuchang.ingest.profile;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.Source.Place;

/**
 * Where a kind of payload holds each metric. What is absent is no reading; what is null is one that
 * the device could not take.
 */
public final class Profile {
  /** What a thing says of itself and its radio; a site's {@code map} need not name it. */
  private static final Set<String> OF_ITSELF =
      Set.of("battery_pct", "battery_v", "rssi", "snr", "linkquality", "online");

  /** Nothing is known of the payload. */
  public static final Profile NONE = new Profile(Map.of(), List.of());

  private final Map<Metric, Point> points;
  private final List<JsonPointer> named;

  Profile(Map<Metric, Point> points, List<JsonPointer> named) {
    this.points = new LinkedHashMap<>(points);
    this.named = List.copyOf(named);
  }

  /**
   * With a site's map only what it names is taken, and what the thing says of itself: one device
   * may be fed by several things, and the door contact's own temperature is not the fridge's.
   */
  public Profile with(Map<Metric, Place> map) {
    if (map.isEmpty()) {
      return this;
    }
    Map<Metric, Point> chosen = new LinkedHashMap<>();
    map.forEach((metric, place) -> chosen.put(metric, Point.of(metric, place)));
    points.forEach(
        (metric, point) -> {
          if (OF_ITSELF.contains(metric.name())) {
            chosen.putIfAbsent(metric, point);
          }
        });
    return new Profile(chosen, List.of());
  }

  /** The same, with another profile where this one says nothing, its payload deeper in this one. */
  Profile and(Profile other, JsonPointer root) {
    Map<Metric, Point> all = new LinkedHashMap<>(points);
    other.points.forEach((metric, point) -> all.putIfAbsent(metric, point.under(root)));
    List<JsonPointer> names = new ArrayList<>(named);
    other.named.forEach(each -> names.add(root.append(each)));
    return new Profile(all, names);
  }

  /** Hands over every value that the payload holds. */
  public void read(JsonNode body, Consumer<Measured> found) {
    for (Point point : points.values()) {
      point.find(body).ifPresent(found);
    }
  }

  /** Hands over values that are named by their metric. */
  public void readNamed(JsonNode body, BiConsumer<String, JsonNode> found) {
    for (JsonPointer each : named) {
      JsonNode values = body.at(each);
      for (Map.Entry<String, JsonNode> value : values.properties()) {
        found.accept(value.getKey(), value.getValue());
      }
    }
  }
}
