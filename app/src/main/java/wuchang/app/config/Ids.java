package wuchang.app.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.app.config.yaml.Section;
import wuchang.app.config.yaml.Value;

/** A first look at the ids of a list, before anything refers to them. */
final class Ids {
  private Ids() {}

  /** The entries by their id; a second entry with the same id is a fault. */
  static Map<String, Section> of(List<Section> entries, String key) {
    return once(entries, key, true);
  }

  /** As {@link #of}, for what must be unique but not be shown. */
  static void checkHidden(List<Section> entries, String key) {
    once(entries, key, false);
  }

  private static Map<String, Section> once(List<Section> entries, String key, boolean shown) {
    Map<String, Section> seen = new LinkedHashMap<>();
    for (Section entry : entries) {
      Optional<Value> value = entry.peekText(key);
      value
          .flatMap(v -> v.text("a text"))
          .flatMap(text -> Optional.ofNullable(seen.putIfAbsent(text, entry)))
          .ifPresent(first -> again(value.orElseThrow(), first, shown));
    }
    return seen;
  }

  private static void again(Value value, Section first, boolean shown) {
    value.fault(
        "the "
            + value.label()
            + (shown ? value.shown() : "")
            + " stands here again; expected another than on line "
            + first.place().line());
  }
}
