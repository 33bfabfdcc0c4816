package wuchang.alerts.notify;

import java.time.Duration;
import wuchang.domain.Severity;

/**
 * How a request waits.
 *
 * @param severity of the alert when it was decided
 * @param patience how long it is tried before another channel gets it, or it is given up
 */
public record Urgency(Severity severity, Duration patience) {}
