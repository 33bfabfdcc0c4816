package wuchang.app.bench;

import java.time.Instant;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;
import wuchang.rules.catalogue.Catalogue;
import wuchang.rules.catalogue.RulesInForce;
import wuchang.rules.kernel.DeviceRules;

/** How many rules look at what a device says, by what is in force on it. */
record Onlookers(Catalogue catalogue, Site site) {
  /** Tells it of each metric that the device speaks of. */
  void tell(Device device, Iterable<Metric> metrics, Instant now, Figures figures) {
    DeviceRules rules = new RulesInForce(catalogue, site).device(device, now);
    for (Metric metric : metrics) {
      figures.add("rules that look at " + metric, looking(rules, metric), "");
    }
  }

  private static long looking(DeviceRules rules, Metric metric) {
    return rules.rules().stream()
        .filter(rule -> rule.tiers().stream().anyMatch(tier -> tier.kind().wants(metric)))
        .count();
  }
}
