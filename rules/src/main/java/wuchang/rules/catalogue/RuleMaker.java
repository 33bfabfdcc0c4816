package wuchang.rules.catalogue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.domain.Quantity;
import wuchang.domain.Unit;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;
import wuchang.rules.kernel.Excused;
import wuchang.rules.kernel.Hold;
import wuchang.rules.kernel.InUse;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Leniency;
import wuchang.rules.kernel.Rule;
import wuchang.rules.kernel.Schedule;
import wuchang.rules.kernel.Tier;
import wuchang.rules.schedule.DailyTimes;
import wuchang.rules.schedule.WeeklyWindow;

/** Makes what the kernel judges by of a rule on a device and the values in force there. */
final class RuleMaker {
  /** DOMAIN.md B2.6: the parameter that says for how long a defrost is believed at most. */
  private static final String LONGEST = "defrost-longest";

  private final Site site;

  RuleMaker(Site site) {
    this.site = site;
  }

  /** A rule on a device, with a tier for each severity it can reach there. */
  Rule rule(RulesInForce.OnDevice on) {
    List<Tier<?>> tiers = new ArrayList<>();
    for (RuleDefinition.Step step : on.rule().steps()) {
      if (step.appliesTo().contains(on.device().kind())) {
        tiers.add(tier(on, step));
      }
    }
    Optional<Rule.Night> night =
        on.rule()
            .atNight()
            .map(
                severity ->
                    new Rule.Night(
                        new WeeklyWindow(site.calendar().night(), site.zone()), severity));
    return new Rule(on.rule().id(), tiers, night, on.rule().whereSensed());
  }

  private Tier<?> tier(RulesInForce.OnDevice on, RuleDefinition.Step step) {
    Map<String, Quantity> values = ofStep(on.values(), step.prefix());
    Place place = new Place(site, on.device());
    Made made = new Made(values, on.rule().words(), place);
    Kind<?> kind = inUse(on.rule(), on.rule().kind().make(made), values, place);
    Optional<Schedule> defrost =
        on.rule().excuses().contains(Excuse.DEFROST)
            ? defrost(on.device(), millis(values, LONGEST))
            : Optional.empty();
    Kind<?> excused = defrost.<Kind<?>>map(during -> new Excused<>(kind, during)).orElse(kind);
    return new Tier<>(
        step.severity(),
        excused,
        new Hold(millis(values, "tolerate"), millis(values, "settle")),
        leniency(on.rule(), values),
        step.early());
  }

  private static Kind<?> inUse(
      RuleDefinition rule, Kind<?> kind, Map<String, Quantity> values, Place place) {
    return rule.use()
        .<Kind<?>>map(
            use ->
                new InUse<>(
                    kind, use.flag(), millis(values, "lingers"), place.windows(use.windows())))
        .orElse(kind);
  }

  private static Leniency leniency(RuleDefinition rule, Map<String, Quantity> values) {
    return new Leniency(
        rule.excuses().contains(Excuse.LOADING),
        rule.excuses().contains(Excuse.DEFROST) ? millis(values, LONGEST) : 0,
        rule.excuses().contains(Excuse.DEFROST_SHAPE),
        Optional.ofNullable(values.get("defrost-peak"))
            .map(peak -> peak.in(Unit.CELSIUS))
            .orElse(Double.NEGATIVE_INFINITY));
  }

  /** A step's own value, or that of the first step. */
  private static Map<String, Quantity> ofStep(Map<String, Quantity> all, String prefix) {
    Map<String, Quantity> values = new HashMap<>(all);
    all.forEach(
        (name, value) -> {
          if (!prefix.isEmpty() && name.startsWith(prefix)) {
            values.put(name.substring(prefix.length()), value);
          }
        });
    return values;
  }

  private static long millis(Map<String, Quantity> values, String name) {
    return Optional.ofNullable(values.get(name)).map(q -> q.toDuration().toMillis()).orElse(0L);
  }

  private Optional<Schedule> defrost(Device device, long longest) {
    return device
        .traits()
        .defrost()
        .map(
            declared -> {
              long believed = Math.min(declared.longest().toMillis(), longest);
              return new DailyTimes(declared.times(), Duration.ofMillis(believed), site.zone());
            });
  }
}
