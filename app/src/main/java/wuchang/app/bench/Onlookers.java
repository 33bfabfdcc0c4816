package wuchang.app.bench;

import java.time.Instant;
import java.util.List;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;
import wuchang.rules.catalogue.Catalogue;
import wuchang.rules.catalogue.RulesInForce;
import wuchang.rules.kernel.DeviceRules;

/** How many rules look at what a device says, by what is in force on it. */
record Onlookers(Catalogue catalogue, Site site) {
  /** Tells it of a message with these metrics, and of each of them. */
  void tell(Device device, List<Metric> metrics, Instant now, Figures figures) {
    DeviceRules rules = new RulesInForce(catalogue, site).device(device, now);
    figures.add("rules that look at a message", looking(rules, metrics), "");
    for (Metric metric : metrics) {
      figures.add("rules that look at " + metric, looking(rules, List.of(metric)), "");
    }
  }

  private static long looking(DeviceRules rules, List<Metric> metrics) {
    return rules.rules().stream()
        .filter(
            rule ->
                rule.tiers().stream()
                    .anyMatch(tier -> metrics.stream().anyMatch(tier.kind()::wants)))
        .count();
  }
}
