package wuchang.app.config;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import wuchang.domain.Dimension;
import wuchang.domain.Profile;
import wuchang.domain.Quantity;
import wuchang.domain.RuleId;
import wuchang.domain.Unit;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;

/** A vocabulary of two rules, one of them with a limit that the profile sets. */
public final class FewRules implements RuleVocabulary {
  private static final Map<String, Map<String, Dimension>> RULES =
      Map.of(
          "FRG-01", Map.of("above", Dimension.TEMPERATURE, "tolerate", Dimension.TIME),
          "GAT-01", Map.of());

  @Override
  public Set<RuleId> rules() {
    return RULES.keySet().stream().map(RuleId::of).collect(Collectors.toSet());
  }

  @Override
  public Optional<Map<String, Dimension>> parametersOf(RuleId rule) {
    return Optional.ofNullable(RULES.get(rule.value()));
  }

  @Override
  public Optional<String> looser(RuleId rule, Profile profile, String parameter, Quantity value) {
    double limit = profile == Profile.AU ? 5 : 8;
    return parameter.equals("above") && value.in(Unit.CELSIUS) > limit
        ? Optional.of("is looser than the %.0f °C of the profile %s".formatted(limit, profile))
        : Optional.empty();
  }

  @Override
  public Optional<Duration> slowest(Device device) {
    return device.kind() == DeviceKind.DISHWASHER
        ? Optional.of(Duration.ofSeconds(10))
        : Optional.empty();
  }
}
