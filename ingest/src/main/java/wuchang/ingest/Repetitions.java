package wuchang.ingest;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The keys of the latest messages that have one: networks of gateways hand the same uplink over
 * more than once, each time with another time. Bounded; what a restart forgets is still told apart
 * by device, metric and time.
 */
final class Repetitions {
  private static final int MOST = 50_000;

  private final Set<String> keys = new LinkedHashSet<>();

  /** The message, or nothing of it when it came before. */
  Decoded without(Decoded decoded) {
    Optional<String> key = decoded.key();
    if (key.isEmpty()) {
      return decoded;
    }
    if (!keys.add(key.get())) {
      return decoded.asRepetition();
    }
    if (keys.size() > MOST) {
      keys.remove(keys.iterator().next());
    }
    return decoded;
  }

  /** It was not journalled after all. */
  void forget(Decoded decoded) {
    decoded.key().ifPresent(keys::remove);
  }
}
