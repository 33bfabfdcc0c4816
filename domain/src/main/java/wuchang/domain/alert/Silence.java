package wuchang.domain.alert;

import java.time.Instant;
import java.util.Optional;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.RuleId;

/**
 * A stretch of time in which somebody wants not to be told of something, with the reason. All is
 * judged and kept all the same; what still goes on when it ends is told then (DOMAIN.md D4).
 *
 * @param from it begins; included
 * @param until it ends by itself; excluded
 * @param endedAt when it was over: earlier than {@code until} when somebody ended it; empty before
 * @param endedBy who ended it, or {@link AlertStep#SYSTEM}
 */
public record Silence(
    String id,
    Scope scope,
    String reason,
    PersonId by,
    Instant from,
    Instant until,
    Optional<Instant> endedAt,
    Optional<String> endedBy) {
  /** What the id of the message about its end begins with; the silence's own follows. */
  public static final String NOTICE = "silence-";

  /** What it covers: what fits all that is named; the whole site when nothing is. */
  public record Scope(Optional<AreaId> area, Optional<DeviceId> device, Optional<RuleId> rule) {
    public static final Scope SITE =
        new Scope(Optional.empty(), Optional.empty(), Optional.empty());

    public boolean covers(Alert alert) {
      return area.map(alert.area()::equals).orElse(true)
          && device.map(alert.device()::equals).orElse(true)
          && rule.map(alert.rule()::equals).orElse(true);
    }
  }

  public boolean isInForce(Instant at) {
    return endedAt.isEmpty() && !at.isBefore(from) && at.isBefore(until);
  }

  /** The same, over. */
  public Silence ended(Instant at, String by) {
    return new Silence(id, scope, reason, this.by, from, until, Optional.of(at), Optional.of(by));
  }
}
