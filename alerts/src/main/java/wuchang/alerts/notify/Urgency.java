package wuchang.alerts.notify;

import java.time.Duration;
import java.util.Optional;
import wuchang.domain.Severity;

/**
 * How a request waits.
 *
 * @param severity of the alert when it was decided
 * @param patience how long it is tried before another channel gets it, or it is given up
 * @param company what it goes with in one message; empty when it goes alone
 */
public record Urgency(Severity severity, Duration patience, Optional<Company> company) {}
