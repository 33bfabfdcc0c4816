package wuchang.reports;

import wuchang.domain.DeviceId;
import wuchang.domain.Text;
import wuchang.domain.finding.RuleCard;
import wuchang.reports.figure.Basis;

/**
 * A risk that is watched on a device: a rule of the catalogue in force there.
 *
 * @param limits what is allowed, in words: values and for how long
 * @param basis what its evidence rests on
 */
public record RiskItem(RuleCard rule, DeviceId device, Text limits, Basis basis) {}
