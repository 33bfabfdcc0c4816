package wuchang.app.config;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import wuchang.app.config.yaml.Section;
import wuchang.app.config.yaml.Value;
import wuchang.domain.site.DeviceKind;

/**
 * Every id that the file defines, known before the first reference is read: what is named but
 * stands further down is no fault, and an entry that is wrong in itself is not called unknown
 * elsewhere.
 */
record Register(
    Set<String> people,
    Set<String> areas,
    Set<String> meals,
    Set<String> channels,
    Map<String, Section> devices) {
  static Register of(Section root) {
    Ids.checkHidden(root.peek("people"), "card");
    root.peekSection("broker")
        .flatMap(broker -> broker.peekSection("embedded"))
        .ifPresent(embedded -> Ids.of(embedded.peek("users"), "name"));
    return new Register(
        Ids.of(root.peek("people"), "id").keySet(),
        Ids.of(root.peek("areas"), "id").keySet(),
        root.peekSection("calendar")
            .map(calendar -> Ids.of(calendar.peek("meals"), "id").keySet())
            .orElse(Set.of()),
        Ids.of(root.peek("channels"), "id").keySet(),
        Collections.unmodifiableMap(Ids.of(root.peek("devices"), "id")));
  }

  /** The devices of a kind, in the order of the file. */
  Set<String> devicesOf(DeviceKind kind) {
    return devices.entrySet().stream()
        .filter(device -> text(device.getValue(), "kind").equals(Optional.of(kind.word())))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
  }

  /** Whether following a key from one device to the next comes back to the first. */
  boolean comesBack(String device, String key) {
    Set<String> passed = new HashSet<>();
    Optional<String> next = next(device, key);
    while (next.isPresent() && passed.add(next.get())) {
      if (next.get().equals(device)) {
        return true;
      }
      next = next(next.get(), key);
    }
    return false;
  }

  private Optional<String> next(String device, String key) {
    return Optional.ofNullable(devices.get(device)).flatMap(section -> text(section, key));
  }

  private static Optional<String> text(Section section, String key) {
    return section.peekText(key).flatMap((Value value) -> value.text("a text"));
  }
}
