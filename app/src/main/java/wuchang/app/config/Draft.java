package wuchang.app.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wuchang.app.config.yaml.Fault;
import wuchang.domain.Quantity;
import wuchang.domain.RuleId;
import wuchang.domain.site.RuleOverride;
import wuchang.domain.site.Site;

/**
 * What a file with a {@code rules:} map would change at a site; of no use when there are faults.
 */
public record Draft(Map<RuleId, RuleOverride> rules, List<Fault> faults, List<Fault> warnings) {
  public static final Draft NONE = new Draft(Map.of(), List.of(), List.of());

  public Draft {
    rules = Map.copyOf(rules);
    faults = List.copyOf(faults);
    warnings = List.copyOf(warnings);
  }

  /**
   * The site as it would be: what the draft says of a parameter stands in place of what the site's
   * own {@code rules} said. What an area or a device changes is still stronger.
   */
  public Site over(Site site) {
    Map<RuleId, RuleOverride> merged = new HashMap<>(site.rules());
    rules.forEach((rule, change) -> merged.merge(rule, change, Draft::over));
    return new Site(
        site.id(),
        site.name(),
        site.zone(),
        site.profile(),
        site.diners(),
        site.calendar(),
        site.people(),
        site.areas(),
        site.devices(),
        site.channels(),
        site.escalation(),
        site.rota(),
        merged,
        site.retention());
  }

  private static RuleOverride over(RuleOverride was, RuleOverride change) {
    Map<String, Quantity> parameters = new HashMap<>(was.parameters());
    parameters.putAll(change.parameters());
    return new RuleOverride(change.enabled().or(was::enabled), parameters);
  }
}
