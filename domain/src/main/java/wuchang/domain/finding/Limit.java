package wuchang.domain.finding;

import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.reading.Metric;

/**
 * A limit in force on a device, as a chart draws it: beyond it a rule finds the metric wrong once
 * that has lasted.
 *
 * @param above whether values above it are wrong, else those below
 * @param value in the metric's unit
 */
public record Limit(
    DeviceId device, Metric metric, RuleId rule, Severity severity, boolean above, double value) {}
