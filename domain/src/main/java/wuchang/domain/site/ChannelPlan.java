package wuchang.domain.site;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wuchang.domain.Severity;

/**
 * A way to tell people, as configured. The URL and the secret are both secrets: {@link #toString}
 * leaves them out. {@code perMinute} is the most messages a minute; 0 means no limit.
 */
public record ChannelPlan(
    String id,
    String kind,
    Optional<URI> url,
    Optional<String> secret,
    Set<Severity> severities,
    int perMinute,
    Map<String, String> options) {
  public ChannelPlan {
    severities = Set.copyOf(severities);
    options = Map.copyOf(options);
  }

  @Override
  public String toString() {
    return "channel " + id + " (" + kind + ")";
  }
}
