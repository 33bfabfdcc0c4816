package wuchang.domain.finding;

import java.util.List;

/** What one look gave, in order; handed from the rules to the alerts as one message. */
public record Findings(List<Finding> findings) {
  public Findings {
    findings = List.copyOf(findings);
  }
}
