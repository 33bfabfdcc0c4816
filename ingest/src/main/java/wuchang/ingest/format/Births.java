package wuchang.ingest.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Sparkplug's births have said; bounded, the oldest is forgotten. */
final class Births {
  static final int MOST = 2_000;

  private record Birth(Map<Long, String> names, Optional<Long> sequence) {}

  private final Map<String, Birth> byPlace = new LinkedHashMap<>();

  void born(String place, Map<Long, String> names, Optional<Long> sequence) {
    byPlace.remove(place);
    byPlace.put(place, new Birth(Map.copyOf(names), sequence));
    if (byPlace.size() > MOST) {
      byPlace.remove(byPlace.keySet().iterator().next());
    }
  }

  Map<Long, String> names(String place) {
    Birth birth = byPlace.get(place);
    return birth == null ? Map.of() : birth.names();
  }

  Optional<Long> sequence(String place) {
    return Optional.ofNullable(byPlace.get(place)).flatMap(Birth::sequence);
  }

  /** The devices of a node, whose place ends with a slash. */
  List<String> devicesUnder(String node) {
    return byPlace.keySet().stream()
        .filter(place -> place.startsWith(node) && place.length() > node.length())
        .map(place -> place.substring(node.length()))
        .toList();
  }

  /** A node that is born anew tells of its devices anew. */
  void forgetUnder(String node) {
    byPlace.keySet().removeIf(place -> place.startsWith(node) && place.length() > node.length());
  }
}
