package wuchang.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of the latest messages that have one: networks of gateways hand the same uplink over
 * more than once, each time with another time. For a while only, since frame counters start anew
 * when a device does; and bounded. What a restart forgets is still told apart by device, metric and
 * time.
 */
final class Repetitions {
  private static final Duration WHILE = Duration.ofMinutes(10);
  private static final int MOST = 50_000;

  private final Map<String, Instant> seen = new LinkedHashMap<>();

  /** The message, or nothing of it when it came a little while before. */
  Decoded without(Decoded decoded, Instant arrived) {
    Optional<String> key = decoded.key();
    if (key.isEmpty()) {
      return decoded;
    }
    Instant before = seen.get(key.get());
    if (before != null && Duration.between(before, arrived).abs().compareTo(WHILE) < 0) {
      return decoded.asRepetition();
    }
    seen.remove(key.get());
    seen.put(key.get(), arrived);
    if (seen.size() > MOST) {
      seen.remove(seen.keySet().iterator().next());
    }
    return decoded;
  }

  /** It was not journalled after all. */
  void forget(Decoded decoded) {
    decoded.key().ifPresent(seen::remove);
  }
}
