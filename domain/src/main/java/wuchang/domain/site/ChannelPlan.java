package wuchang.domain.site;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wuchang.domain.Severity;

/**
 * A way to tell people, as configured. The URL and the secret are both secrets: {@link #toString}
 * leaves them out.
 *
 * @param perMinute the most messages a minute; 0 means no limit
 * @param options what only this kind has, by key
 * @param after how long an alert of a severity goes without an owner before this channel is told
 * @param fallback the channel that is told what this one could not deliver; empty: the next one
 */
public record ChannelPlan(
    String id,
    String kind,
    Optional<URI> url,
    Optional<String> secret,
    Set<Severity> severities,
    int perMinute,
    Map<String, String> options,
    Map<Severity, Duration> after,
    Optional<String> fallback) {
  public ChannelPlan {
    severities = Set.copyOf(severities);
    options = Map.copyOf(options);
    after = Map.copyOf(after);
  }

  /** A channel that is told at once, and what follows it is the next one. */
  public ChannelPlan(
      String id,
      String kind,
      Optional<URI> url,
      Optional<String> secret,
      Set<Severity> severities,
      int perMinute,
      Map<String, String> options) {
    this(id, kind, url, secret, severities, perMinute, options, Map.of(), Optional.empty());
  }

  /** How long an alert of that severity waits for an owner before this channel is told. */
  public Duration after(Severity severity) {
    return after.getOrDefault(severity, Duration.ZERO);
  }

  @Override
  public String toString() {
    return "channel " + id + " (" + kind + ")";
  }
}
