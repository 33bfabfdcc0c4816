package wuchang.console.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.domain.DeviceId;
import wuchang.domain.Quantity;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.finding.Evidence;
import wuchang.domain.finding.EvidenceState;
import wuchang.domain.finding.Explanation;
import wuchang.domain.finding.Explanations;

/** Knows one rule, that is always ten minutes into what it tolerates. */
public final class FakeExplanations implements Explanations {
  @Override
  public Optional<Explanation> why(DeviceId device, RuleId rule, Instant at) {
    if (!rule.value().equals("FRG-01")) {
      return Optional.empty();
    }
    Explanation.Step step =
        new Explanation.Step(
            Severity.MAJOR,
            Explanation.Clause.TOLERATED,
            Optional.of(at.minusSeconds(600)),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofMinutes(5),
            Optional.of(at.plusSeconds(1200)),
            Optional.of(at),
            Optional.empty(),
            Evidence.NONE);
    return Optional.of(
        new Explanation(
            device,
            rule,
            at,
            EvidenceState.COMPLIANT,
            "0123456789abcdef",
            Map.of("above", Quantity.parse("8 °C")),
            List.of(step),
            List.of(),
            Optional.empty()));
  }
}
