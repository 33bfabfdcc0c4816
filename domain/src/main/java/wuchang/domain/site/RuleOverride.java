package wuchang.domain.site;

import java.util.Map;
import java.util.Optional;
import wuchang.domain.Quantity;

/** What a site, area or device changes about a rule; absent means as the catalogue says. */
public record RuleOverride(Optional<Boolean> enabled, Map<String, Quantity> parameters) {
  public RuleOverride {
    parameters = Map.copyOf(parameters);
  }
}
