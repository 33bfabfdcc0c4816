package wuchang.domain.finding;

import wuchang.domain.Principle;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.Text;

/**
 * What the other stages need to know of a rule: its name and its sentences. {@code say} holds
 * {@code {placeholders}} that evidence fills: {@code {area} {device} {value} {limit} {held}
 * {since}} and the evidence's own names.
 */
public record RuleCard(
    RuleId id,
    Principle principle,
    Severity severity,
    Text name,
    Text say,
    Text action,
    String basis) {}
