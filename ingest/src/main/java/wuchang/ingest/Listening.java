package wuchang.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;
import wuchang.domain.site.Source;
import wuchang.ingest.format.Format;
import wuchang.ingest.format.Formats;
import wuchang.ingest.profile.TopicFilter;

/**
 * Which formats are listened for on which topics: those that a source of the site names, on its own
 * topic or on the format's.
 */
final class Listening {
  /** A format, and the filter by which a message came to it. */
  record Ear(Format format, TopicFilter filter) {}

  private final Map<String, List<Ear>> plain = new HashMap<>();
  private final List<Ear> wild = new ArrayList<>();

  Listening(Site site, Formats formats) {
    for (Ear ear : ears(site, formats)) {
      add(ear);
    }
    Format pushed = formats.named("hikvision").orElseThrow();
    Ear door = new Ear(pushed, new TopicFilter(Formats.HIKVISION_TOPIC));
    plain.put(Formats.HIKVISION_TOPIC, List.of(door));
  }

  /** What has to be subscribed to for a site, besides the native topics. */
  static List<String> topics(Site site) {
    return ears(site, new Formats()).stream()
        .map(ear -> ear.filter().text())
        .filter(text -> !text.equals(Formats.HIKVISION_TOPIC))
        .distinct()
        .toList();
  }

  /** One for each format; a filter without wildcards goes before others. */
  List<Ear> of(String topic) {
    List<Ear> found = new ArrayList<>(plain.getOrDefault(topic, List.of()));
    for (Ear ear : wild) {
      boolean another = found.stream().noneMatch(each -> each.format() == ear.format());
      if (another && ear.filter().matches(topic)) {
        found.add(ear);
      }
    }
    return found;
  }

  private void add(Ear ear) {
    if (ear.filter().isPlain()) {
      plain.computeIfAbsent(ear.filter().text(), t -> new ArrayList<>()).add(ear);
    } else {
      wild.add(ear);
    }
  }

  private static Set<Ear> ears(Site site, Formats formats) {
    Set<Ear> ears = new LinkedHashSet<>();
    for (Device device : site.devices().values()) {
      for (Source source : device.sources()) {
        Optional<Format> format = formats.named(source.format());
        if (format.isPresent()) {
          List<String> topics = source.topic().map(List::of).orElseGet(() -> format.get().topics());
          topics.forEach(t -> ears.add(new Ear(format.get(), new TopicFilter(t))));
        }
      }
    }
    return ears;
  }
}
