package wuchang.rules.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wuchang.domain.Quantity;
import wuchang.domain.Text;

/** A YAML mapping of the catalogue that knows where it stands, so that a fault can say so. */
record Entry(String where, Map<?, ?> values) {
  static Entry of(String where, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return new Entry(where, map);
    }
    throw new CatalogueFault(where, "expected a mapping, found " + value);
  }

  Entry at(String place) {
    return new Entry(place, values);
  }

  CatalogueFault fault(String what) {
    return new CatalogueFault(where, what);
  }

  Set<String> keys() {
    Map<String, Object> keys = new LinkedHashMap<>();
    values.keySet().forEach(key -> keys.put(String.valueOf(key), key));
    return keys.keySet();
  }

  Optional<String> optional(String key) {
    return Optional.ofNullable(values.get(key)).map(String::valueOf);
  }

  String text(String key) {
    return optional(key).orElseThrow(() -> fault("«" + key + "» is missing"));
  }

  /** A sentence in both languages, neither empty. */
  Text words(String key) {
    Entry both = entry(key);
    return new Text(both.text("zh").strip(), both.text("en").strip());
  }

  boolean isScalar(String key) {
    return !(values.get(key) instanceof Map) && !(values.get(key) instanceof List);
  }

  Quantity quantity(String key) {
    try {
      return Quantity.parse(text(key));
    } catch (IllegalArgumentException e) {
      throw fault(key + ": " + e.getMessage());
    }
  }

  /** The mapping of a key; an absent or empty one is an empty mapping. */
  Entry entry(String key) {
    Object value = values.get(key);
    return value == null ? new Entry(where + "." + key, Map.of()) : of(where + "." + key, value);
  }

  /** The mappings of a list; an absent one is empty. */
  List<Entry> list(String key) {
    List<Entry> entries = new ArrayList<>();
    if (values.get(key) instanceof List<?> list) {
      for (Object item : list) {
        entries.add(of(where + "." + key + "[" + entries.size() + "]", item));
      }
    } else if (values.get(key) != null) {
      throw fault("«" + key + "» must be a list");
    }
    return entries;
  }

  /** The words of a list, or the one word; an absent one has none. */
  List<String> strings(String key) {
    Object value = values.get(key);
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    return value == null ? List.of() : List.of(String.valueOf(value));
  }

  /** A mapping of words to words; an absent one is as given. */
  Map<String, String> strings(String key, Map<String, String> absent) {
    if (values.get(key) == null) {
      return absent;
    }
    Map<String, String> words = new LinkedHashMap<>();
    entry(key).values().forEach((k, v) -> words.put(String.valueOf(k), String.valueOf(v)));
    return words;
  }
}
