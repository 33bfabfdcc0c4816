package wuchang.rules.lab;

import java.time.Instant;
import java.util.Optional;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;

/** A finding as far as it can be marked. */
public record Found(
    RuleId rule,
    DeviceId device,
    Severity severity,
    Instant since,
    Instant raisedAt,
    Optional<Instant> until) {
  /** The last instant known of it: its end, or while it is open when it was raised. */
  Instant lastKnown() {
    return until.orElse(raisedAt);
  }

  /** Whether it was going on in a stretch of time, ends included. */
  boolean overlaps(Instant from, Instant to) {
    return !since.isAfter(to) && until.map(end -> !end.isBefore(from)).orElse(true);
  }
}
