package wuchang.console.view;

import java.time.Instant;
import java.util.Optional;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.alert.Silence;
import wuchang.domain.site.PlannedSilence;

/**
 * A silence as the API gives it.
 *
 * @param by a person's id; {@code configuration} for a planned one, which has neither times nor end
 * @param state {@code upcoming}, {@code in_force} or {@code over}
 */
public record SilenceView(
    String id,
    ScopeView scope,
    String reason,
    String by,
    Optional<Instant> from,
    Optional<Instant> until,
    String state,
    Optional<Instant> endedAt,
    Optional<String> endedBy) {
  /** What it covers; nothing named is the whole site. */
  public record ScopeView(Optional<String> area, Optional<String> device, Optional<String> rule) {}

  public static SilenceView of(Silence silence, Instant now) {
    return new SilenceView(
        silence.id(),
        new ScopeView(
            silence.scope().area().map(AreaId::value),
            silence.scope().device().map(DeviceId::value),
            silence.scope().rule().map(RuleId::value)),
        silence.reason(),
        silence.by().value(),
        Optional.of(silence.from()),
        Optional.of(silence.until()),
        state(silence, now),
        silence.endedAt(),
        silence.endedBy());
  }

  /** One of the configuration that is in force now. */
  public static SilenceView of(PlannedSilence planned) {
    return new SilenceView(
        planned.id(),
        new ScopeView(
            planned.area().map(AreaId::value),
            planned.device().map(DeviceId::value),
            planned.rules().isEmpty()
                ? Optional.empty()
                : Optional.of(
                    String.join(
                        " ", planned.rules().stream().map(RuleId::value).sorted().toList()))),
        planned.reason(),
        "configuration",
        Optional.empty(),
        Optional.empty(),
        "in_force",
        Optional.empty(),
        Optional.empty());
  }

  private static String state(Silence silence, Instant now) {
    if (silence.endedAt().isPresent() || !silence.until().isAfter(now)) {
      return "over";
    }
    return silence.from().isAfter(now) ? "upcoming" : "in_force";
  }
}
