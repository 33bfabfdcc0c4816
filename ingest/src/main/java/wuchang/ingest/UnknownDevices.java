package wuchang.ingest;

import java.time.Duration;
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

  /** How often one is spoken of again that goes on being unknown. */
  private static final Duration REMINDER = Duration.ofDays(1);

  private record Seen(Decoded.Stranger stranger, long messages, Instant first, Instant reminded) {
    Incoming incoming() {
      return stranger.incoming();
    }
  }

  /** By name; the one heard last stands last. */
  private final Map<String, Seen> byName = new LinkedHashMap<>();

  /** Remembers; true when the name is new, and once a day again. */
  synchronized boolean saw(Decoded.Stranger whole) {
    Decoded.Stranger stranger = brief(whole);
    Incoming incoming = stranger.incoming();
    String name = Legible.text(stranger.name(), Rejected.KEPT_BYTES / 16);
    Seen before = byName.remove(name);
    Instant now = incoming.arrived();
    boolean due = before == null || !now.isBefore(before.reminded().plus(REMINDER));
    byName.put(
        name,
        new Seen(
            stranger.format().isEmpty() || !stranger.source().isEmpty() || before == null
                ? stranger
                : described(stranger, before.stranger()),
            before == null ? 1 : before.messages() + 1,
            before == null ? now : before.first(),
            due ? now : before.reminded()));
    if (byName.size() > MOST) {
      byName.remove(byName.keySet().iterator().next());
    }
    return due;
  }

  /** What a thing said of itself before stays known when it only speaks. */
  private static Decoded.Stranger described(Decoded.Stranger now, Decoded.Stranger before) {
    boolean same = before.format().equals(now.format());
    String source = same ? before.source() : "";
    return new Decoded.Stranger(now.name(), now.incoming(), now.format(), source);
  }

  /** Of its last words only the beginning is held. */
  private static Decoded.Stranger brief(Decoded.Stranger stranger) {
    Incoming whole = stranger.incoming();
    byte[] kept = Arrays.copyOf(whole.payload(), Math.min(whole.payload().length, KEPT_BYTES));
    Incoming brief =
        new Incoming(whole.topic(), kept, whole.wholeBytes(), whole.retained(), whole.arrived());
    return new Decoded.Stranger(stranger.name(), brief, stranger.format(), stranger.source());
  }

  /** What is unknown to the site as it is now, newest first. */
  public synchronized List<UnknownDevice> newest(Site site) {
    Roster roster = new Roster(site);
    List<UnknownDevice> all = new ArrayList<>();
    byName.forEach(
        (name, seen) -> {
          if (!roster.knows(seen.stranger().format(), name)) {
            all.add(0, unknown(name, seen, site));
          }
        });
    return List.copyOf(all);
  }

  private static UnknownDevice unknown(String name, Seen seen, Site site) {
    return new UnknownDevice(
        name,
        seen.incoming().topic(),
        seen.messages(),
        seen.first(),
        seen.incoming().arrived(),
        seen.incoming().payload().clone(),
        ConfigSnippet.of(seen.stranger(), site));
  }
}
