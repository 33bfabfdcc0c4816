package wuchang.rules.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wuchang.domain.Principle;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.Text;
import wuchang.domain.finding.RuleCard;
import wuchang.domain.site.DeviceKind;

/**
 * One rule as the catalogue says it, before a site changes anything.
 *
 * @param kind the word of its {@link KindOfRule}
 * @param words what it says to its kind that is no quantity: metrics, estimates
 * @param parameters every number it has, by name, in the file's order; those of a later step have
 *     its severity in front ({@code major-tolerate})
 * @param excuses what it is not held to account during, or not so gravely
 * @param use the times it is about, if not all
 * @param whereSensed whether it is expected only where what it is about was ever heard of
 * @param atNight the severity of what is raised in the night, if another
 */
public record RuleDefinition(
    RuleId id,
    Principle principle,
    Text name,
    Text say,
    Text action,
    String basis,
    Set<DeviceKind> appliesTo,
    KindOfRule kind,
    Map<String, List<String>> words,
    Map<String, Parameter> parameters,
    List<Step> steps,
    Set<Excuse> excuses,
    Optional<Use> use,
    boolean whereSensed,
    Optional<Severity> atNight,
    List<Example> examples) {
  /**
   * A severity and the kinds of devices that can reach it; the parameters are named after it.
   *
   * @param early whether it warns of what has not happened yet (事前)
   */
  public record Step(Severity severity, Set<DeviceKind> appliesTo, String prefix, boolean early) {}

  public RuleDefinition {
    appliesTo = Set.copyOf(appliesTo);
    excuses = Set.copyOf(excuses);
    steps = List.copyOf(steps);
    examples = List.copyOf(examples);
  }

  /** The severity it begins with. */
  public Severity severity() {
    return steps.get(0).severity();
  }

  public RuleCard card() {
    return new RuleCard(id, principle, severity(), name, say, action, basis);
  }
}
