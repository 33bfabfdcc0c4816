package wuchang.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import wuchang.domain.DeviceId;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;
import wuchang.domain.site.Source;
import wuchang.ingest.format.Format;
import wuchang.ingest.format.Thing;
import wuchang.ingest.profile.TopicFilter;

/** Which device a name in a message means, as one site configures it. */
final class Roster {
  private static final Source PLAIN =
      new Source(Intake.NATIVE, Optional.empty(), Optional.empty(), Map.of());

  /** A device and the source by which it is fed. */
  record Feed(Device device, Source source) {}

  private final Site site;
  private final Map<String, List<Feed>> byNativeName = new HashMap<>();
  private final Map<String, List<Feed>> byThingsBoardName = new HashMap<>();
  private final Map<String, List<Feed>> byName = new HashMap<>();
  private final Map<String, List<Feed>> byTopic = new HashMap<>();

  Roster(Site site) {
    this.site = site;
    for (Device device : site.devices().values()) {
      if (ownTopicIsPlain(device)) {
        add(byNativeName, device.id().value(), new Feed(device, PLAIN));
      }
      for (Source source : device.sources()) {
        Feed feed = new Feed(device, source);
        String name = source.id().orElse(device.id().value());
        switch (source.format()) {
          case Intake.NATIVE -> add(byNativeName, name, feed);
          case Intake.THINGSBOARD -> add(byThingsBoardName, name, feed);
          default -> {} // known by the index of all formats
        }
        Map<String, List<Feed>> index = isByTopic(source) ? byTopic : byName;
        String key = isByTopic(source) ? source.format() : key(source.format(), name);
        add(index, key, feed);
      }
    }
  }

  Site site() {
    return site;
  }

  /**
   * The devices that the native topics of this name feed: the one that it is, and others by a map.
   */
  List<Feed> natives(String name) {
    return byNativeName.getOrDefault(name, List.of());
  }

  /** A source's own name for a device goes before an id. */
  List<Feed> thingsBoard(String name) {
    List<Feed> named = byThingsBoardName.get(name);
    return named != null ? named : natives(name);
  }

  /** All devices that a thing feeds; one thing may feed several, each by a map of its own. */
  Set<Feed> feeds(Format speaking, Thing thing, String topic) {
    String format = speaking.name();
    Predicate<Feed> isHere = feed -> isOn(feed, speaking, topic);
    Set<Feed> feeds = new LinkedHashSet<>();
    byTopic.getOrDefault(format, List.of()).stream().filter(isHere).forEach(feeds::add);
    for (String name : thing.names()) {
      byName.getOrDefault(key(format, name), List.of()).stream().filter(isHere).forEach(feeds::add);
    }
    return feeds;
  }

  boolean knows(String format, String name) {
    return format.isEmpty() ? !thingsBoard(name).isEmpty() : byName.containsKey(key(format, name));
  }

  /** The name as an id, when it could be one. */
  static Optional<DeviceId> asId(String name) {
    try {
      return Optional.of(DeviceId.of(name));
    } catch (IllegalArgumentException notWellFormed) {
      return Optional.empty();
    }
  }

  /** Whether no source says how its own native topic is to be read. */
  private static boolean ownTopicIsPlain(Device device) {
    return device.sources().stream()
        .filter(source -> source.format().equals(Intake.NATIVE))
        .noneMatch(source -> source.id().map(device.id().value()::equals).orElse(true));
  }

  private static void add(Map<String, List<Feed>> index, String key, Feed feed) {
    index.computeIfAbsent(key, k -> new ArrayList<>()).add(feed);
  }

  /** A source with a topic and no id is whatever speaks there. */
  private static boolean isByTopic(Source source) {
    return source.topic().isPresent() && source.id().isEmpty();
  }

  /** A thing speaks on the topic that its source names, or on those usual for its format. */
  private static boolean isOn(Feed feed, Format format, String topic) {
    List<String> filters = feed.source().topic().map(List::of).orElseGet(format::topics);
    return filters.stream().anyMatch(filter -> new TopicFilter(filter).matches(topic));
  }

  /** Radio addresses are written in capitals or not. */
  private static String key(String format, String name) {
    return format + " " + name.toLowerCase(Locale.ROOT);
  }
}
