package wuchang.domain.site;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import wuchang.domain.Severity;

/** After how long without acknowledgement each level (first to third) is told, by severity. */
public record Escalation(Map<Severity, List<Duration>> levels) {
  /** DOMAIN.md B2.9: level 2 after 15 minutes (critical 5), level 3 after 30 (critical 15). */
  public static final Escalation DEFAULT =
      new Escalation(
          Map.of(
              Severity.MAJOR,
              List.of(Duration.ZERO, Duration.ofMinutes(15), Duration.ofMinutes(30)),
              Severity.CRITICAL,
              List.of(Duration.ZERO, Duration.ofMinutes(5), Duration.ofMinutes(15))));

  public Escalation {
    levels = Map.copyOf(levels);
  }
}
