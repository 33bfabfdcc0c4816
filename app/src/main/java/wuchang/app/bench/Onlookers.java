package wuchang.app.bench;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;
import wuchang.rules.catalogue.Catalogue;
import wuchang.rules.catalogue.RulesInForce;
import wuchang.rules.kernel.DeviceRules;

/** How many rules look at what a device says, by what is in force on it. */
record Onlookers(Catalogue catalogue, Site site) {
  /** Tells it of a message with these metrics, and of each of them. */
  void tell(Device device, List<Metric> metrics, Instant now, Figures figures) {
    DeviceRules rules = rules(device, now);
    figures.add("rules that look at a message", looking(rules, metrics), "");
    for (Metric metric : metrics) {
      figures.add("rules that look at " + metric, looking(rules, List.of(metric)), "");
    }
    long fewest = metrics.stream().mapToLong(m -> looking(rules, List.of(m))).min().orElse(0);
    figures.add("rules that look at a value, fewest", fewest, "");
  }

  /** Tells what a round of readings is looked at by: the fewest at one, and the mean. */
  void tell(Collection<Observation> round, Instant now, Figures figures) {
    Map<DeviceId, DeviceRules> rules = new HashMap<>();
    site.devices().values().forEach(device -> rules.put(device.id(), rules(device, now)));
    List<Long> looking =
        round.stream()
            .map(said -> looking(rules.get(said.device()), List.of(((Reading) said).metric())))
            .toList();
    figures.add(
        "rules that look at a value, fewest",
        looking.stream().mapToLong(Long::longValue).min().orElse(0),
        "");
    figures.add(
        "rules that look at a value, mean",
        looking.stream().mapToLong(Long::longValue).average().orElse(0),
        "");
  }

  private DeviceRules rules(Device device, Instant now) {
    return new RulesInForce(catalogue, site).device(device, now);
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
