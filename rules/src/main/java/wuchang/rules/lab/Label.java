package wuchang.rules.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;

/**
 * What really happened at a device.
 *
 * @param rule the rule that should find it; empty for something benign, which none should
 */
public record Label(DeviceId device, Instant start, Instant end, Optional<RuleId> rule) {
  /** So long after its end something may still be found. */
  private static final Duration GRACE = Duration.ofHours(1);

  /** Whether a finding is about this stretch of time. */
  boolean isTouchedBy(Found finding) {
    return finding.overlaps(start, end.plus(GRACE));
  }
}
