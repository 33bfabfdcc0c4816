package wuchang.domain.finding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one look gave, in order; handed from the rules to the alerts as one message.
 *
 * @param arrived when the oldest reading of this look arrived, by which the delay from a reading to
 *     the first message is measured; empty when time alone brought the findings
 */
public record Findings(List<Finding> findings, Optional<Instant> arrived) {
  public Findings {
    findings = List.copyOf(findings);
  }

  public Findings(List<Finding> findings) {
    this(findings, Optional.empty());
  }
}
