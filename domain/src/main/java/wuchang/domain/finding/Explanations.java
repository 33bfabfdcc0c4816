package wuchang.domain.finding;

import java.time.Instant;
import java.util.Optional;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;

/** Tells why a rule did or did not fire. Safe for use by several threads; blocking. */
public interface Explanations {
  /**
   * Why a rule did or did not fire on a device at an instant; empty when there is no such device or
   * rule.
   *
   * @throws wuchang.domain.journal.History.StoreUnavailable when the database is away
   */
  Optional<Explanation> why(DeviceId device, RuleId rule, Instant at);
}
