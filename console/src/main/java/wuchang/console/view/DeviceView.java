package wuchang.console.view;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.Text;
import wuchang.domain.finding.DeviceState;
import wuchang.domain.finding.EvidenceState;
import wuchang.domain.finding.RuleCard;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.Device;

/**
 * A device with what can be said of it now. One nobody has judged yet is unproven.
 *
 * @param interval how often it is to speak, in seconds; absent when it speaks on events
 * @param metrics what its kind is about, the most telling first
 */
public record DeviceView(
    String id,
    String kind,
    Text kindName,
    String area,
    Text name,
    Optional<Double> interval,
    Optional<String> gateway,
    Optional<String> circuit,
    String state,
    List<RuleState> rules,
    List<String> metrics,
    List<ReadingView> latest) {

  /** How one rule stands on the device. */
  public record RuleState(String id, Text name, String state) {}

  public static DeviceView of(
      Device device, Optional<DeviceState> state, Function<RuleId, Optional<RuleCard>> cards) {
    return new DeviceView(
        device.id().value(),
        device.kind().word(),
        device.kind().label(),
        device.area().value(),
        device.name(),
        device.interval().map(DeviceView::seconds),
        device.gateway().map(DeviceId::value),
        device.circuit().map(DeviceId::value),
        state.map(DeviceState::state).orElse(EvidenceState.UNPROVEN).word(),
        state.map(s -> rules(s, cards)).orElse(List.of()),
        device.kind().metrics().stream().map(Metric::name).toList(),
        state.map(DeviceView::latest).orElse(List.of()));
  }

  private static List<RuleState> rules(
      DeviceState state, Function<RuleId, Optional<RuleCard>> cards) {
    return state.rules().entrySet().stream()
        .map(
            rule ->
                new RuleState(
                    rule.getKey().value(),
                    cards
                        .apply(rule.getKey())
                        .map(RuleCard::name)
                        .orElse(Text.same(rule.getKey().value())),
                    rule.getValue().word()))
        .sorted(Comparator.comparing(RuleState::id))
        .toList();
  }

  private static List<ReadingView> latest(DeviceState state) {
    return state.latest().stream()
        .map(ReadingView::of)
        .sorted(Comparator.comparing(ReadingView::metric))
        .toList();
  }

  private static double seconds(Duration interval) {
    return interval.toMillis() / 1000.0;
  }
}
