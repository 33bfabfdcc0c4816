package wuchang.domain.score;

import java.math.BigDecimal;
import java.time.Instant;
import wuchang.domain.AlertId;
import wuchang.domain.DeviceId;
import wuchang.domain.Principle;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;

/**
 * What one incident costs, and why so much.
 *
 * @param handled acknowledged in time and closed as promised: it costs half
 * @param repeated it came again and again: it costs half as much more
 * @param points what is taken off, after both
 */
public record Deduction(
    AlertId incident,
    RuleId rule,
    DeviceId device,
    Principle principle,
    Severity severity,
    Instant raisedAt,
    boolean handled,
    boolean repeated,
    BigDecimal points) {}
