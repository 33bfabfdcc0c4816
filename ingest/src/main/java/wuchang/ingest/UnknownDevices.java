package wuchang.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wuchang.domain.reading.Rejected;
import wuchang.domain.site.Site;

/**
 * The devices that spoke and that the site does not know, newest first, and how they would be
 * configured. Bounded: the one that has been quiet for longest is forgotten. Safe for use by
 * several threads.
 */
public final class UnknownDevices {
  /** How many are remembered. */
  public static final int MOST = 100;

  private static final int KEPT_BYTES = 1024;

  /**
   * A name nobody has configured.
   *
   * @param payload the beginning of the last thing it said
   * @param snippet a line for {@code devices:} of the configuration, to be checked by a person
   */
  public record UnknownDevice(
      String name,
      String topic,
      long messages,
      Instant firstSeen,
      Instant lastSeen,
      byte[] payload,
      String snippet) {}

  private record Seen(String topic, long messages, Instant first, Instant last, byte[] payload) {}

  /** By name; the one heard last stands last. */
  private final Map<String, Seen> byName = new LinkedHashMap<>();

  /** Remembers; true when the name is new. */
  synchronized boolean saw(Decoded.Stranger stranger) {
    Incoming incoming = stranger.incoming();
    String name = Legible.text(stranger.name(), Rejected.KEPT_BYTES / 16);
    Seen before = byName.remove(name);
    byName.put(
        name,
        new Seen(
            incoming.topic(),
            before == null ? 1 : before.messages() + 1,
            before == null ? incoming.arrived() : before.first(),
            incoming.arrived(),
            Arrays.copyOf(incoming.payload(), Math.min(incoming.payload().length, KEPT_BYTES))));
    if (byName.size() > MOST) {
      byName.remove(byName.keySet().iterator().next());
    }
    return before == null;
  }

  /** What is unknown to the site as it is now, newest first. */
  public synchronized List<UnknownDevice> newest(Site site) {
    Roster roster = new Roster(site);
    List<UnknownDevice> all = new ArrayList<>();
    byName.forEach(
        (name, seen) -> {
          if (roster.thingsBoard(name).isEmpty()) {
            all.add(0, unknown(name, seen, site));
          }
        });
    return List.copyOf(all);
  }

  private static UnknownDevice unknown(String name, Seen seen, Site site) {
    return new UnknownDevice(
        name,
        seen.topic(),
        seen.messages(),
        seen.first(),
        seen.last(),
        seen.payload().clone(),
        ConfigSnippet.of(name, seen.topic(), seen.payload(), site));
  }
}
