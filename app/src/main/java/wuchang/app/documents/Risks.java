package wuchang.app.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import wuchang.app.StoredScores;
import wuchang.domain.Quantity;
import wuchang.domain.Text;
import wuchang.domain.finding.Limit;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;
import wuchang.reports.RiskItem;
import wuchang.reports.figure.Watched;
import wuchang.rules.catalogue.Catalogue;
import wuchang.rules.catalogue.Parameter;
import wuchang.rules.catalogue.RuleDefinition;
import wuchang.rules.catalogue.RulesInForce;

/**
 * What is watched at a site, as documents say it: the rules in force, and the series with limits.
 */
final class Risks {
  private final Catalogue catalogue;
  private final Site site;
  private final RulesInForce rules;

  Risks(Catalogue catalogue, Site site) {
    this.catalogue = catalogue;
    this.site = site;
    this.rules = new RulesInForce(catalogue, site);
  }

  /** By rule, in the order of the catalogue, then device, in that of the configuration. */
  List<RiskItem> items() {
    List<RulesInForce.OnDevice> all =
        rules.subjects().stream().flatMap(device -> rules.on(device).stream()).toList();
    List<RiskItem> items = new ArrayList<>();
    for (RuleDefinition rule : catalogue.rules()) {
      all.stream()
          .filter(on -> on.rule() == rule)
          .map(
              on ->
                  new RiskItem(
                      rule.card(), on.device().id(), limits(on), StoredScores.basis(on, rules)))
          .forEach(items::add);
    }
    return items;
  }

  private static Text limits(RulesInForce.OnDevice on) {
    List<String> zh = new ArrayList<>();
    List<String> en = new ArrayList<>();
    for (Parameter parameter : on.rule().parameters().values()) {
      Quantity value = on.values().get(parameter.name());
      boolean lasting = parameter.name().equals("tolerate") && value != null && value.value() > 0;
      if (value != null && (parameter.isLimit() || lasting)) {
        zh.add(chinese(parameter.name()) + " " + value);
        en.add(parameter.name().replace("tolerate", "for") + " " + value);
      }
    }
    return new Text(String.join("，", zh), String.join(", ", en));
  }

  private static String chinese(String parameter) {
    return parameter
        .replace("above", "高于")
        .replace("below", "低于")
        .replace("over", "超出")
        .replace("under", "不足")
        .replace("tolerate", "持续")
        .replace("notice-", "提示：")
        .replace("warning-", "警告：")
        .replace("major-", "重大：")
        .replace("critical-", "紧急：");
  }

  /** Every series with a limit, and every temperature; the strictest limit of each side. */
  List<Watched> series() {
    List<Limit> limits = rules.limits();
    List<Watched> series = new ArrayList<>();
    for (Device device : site.devices().values()) {
      Map<Metric, List<Limit>> byMetric = new TreeMap<>();
      if (device.kind().metrics().contains(Metric.TEMPERATURE)) {
        byMetric.put(Metric.TEMPERATURE, new ArrayList<>());
      }
      limits.stream()
          .filter(limit -> limit.device().equals(device.id()))
          .forEach(l -> byMetric.computeIfAbsent(l.metric(), m -> new ArrayList<>()).add(l));
      byMetric.forEach((metric, of) -> series.add(watched(device, metric, of)));
    }
    return series;
  }

  private Watched watched(Device device, Metric metric, List<Limit> all) {
    List<Limit> limits = all.stream().filter(limit -> holdsAlways(limit, all)).toList();
    OptionalDouble low =
        limits.stream().filter(limit -> !limit.above()).mapToDouble(Limit::value).max();
    OptionalDouble high = limits.stream().filter(Limit::above).mapToDouble(Limit::value).min();
    return new Watched(device.id(), metric, low, high, RulesInForce.maxGap(device));
  }

  /**
   * Whether a value beyond it is out of range at any time: not so for a rule about times of use,
   * nor for one that finds wrong what lies between two values.
   */
  private boolean holdsAlways(Limit limit, List<Limit> all) {
    boolean inUse = catalogue.rule(limit.rule()).flatMap(RuleDefinition::use).isPresent();
    return !inUse
        && all.stream()
            .filter(other -> other.rule().equals(limit.rule()) && other.above() != limit.above())
            .noneMatch(
                other ->
                    limit.above() ? limit.value() < other.value() : limit.value() > other.value());
  }

  /** The metric that counts what passed a meter; empty for other devices. */
  static Optional<Metric> counter(Device device) {
    return device.kind().metrics().stream()
        .filter(m -> m.equals(Metric.WATER_TOTAL) || m.equals(Metric.ENERGY_TOTAL))
        .findFirst();
  }
}
