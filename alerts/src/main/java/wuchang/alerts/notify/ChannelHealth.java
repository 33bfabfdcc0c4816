package wuchang.alerts.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import wuchang.alerts.channel.Receipt;

/**
 * Which channels deliver nothing. One that only asks to be left alone for a while is not dead. May
 * be asked from any thread.
 */
public final class ChannelHealth {
  /** Shorter is a hiccup. */
  static final Duration TOLERATED = Duration.ofMinutes(2);

  /** A channel that has taken nothing since then. */
  public record Dead(String channel, Instant since, String words) {}

  private final Map<String, Dead> failing = new ConcurrentHashMap<>();

  void landed(String channel, Receipt receipt, Instant now) {
    if (receipt instanceof Receipt.Failed) {
      failing.merge(
          channel,
          new Dead(channel, now, receipt.words()),
          (first, next) -> new Dead(channel, first.since(), next.words()));
    } else if (!(receipt instanceof Receipt.Busy)) {
      failing.remove(channel);
    }
  }

  /** A channel that the configuration no longer has is no concern any more. */
  void forget(String channel) {
    failing.remove(channel);
  }

  /** Those that have failed for some time, in the order of their names. */
  public List<Dead> dead(Instant now) {
    return new TreeMap<>(failing)
        .values().stream().filter(dead -> !dead.since().plus(TOLERATED).isAfter(now)).toList();
  }
}
