package wuchang.app.self;

import wuchang.domain.Severity;
import wuchang.domain.finding.Evidence;

/** Something that is wrong with the system now. */
public record Complaint(OwnRules rule, Severity severity, Evidence evidence) {}
