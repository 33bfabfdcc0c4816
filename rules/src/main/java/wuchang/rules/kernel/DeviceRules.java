package wuchang.rules.kernel;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.domain.record.RecordKind;

/**
 * The rules in force on one device.
 *
 * @param maxGap for how many milliseconds a good sample holds (DOMAIN.md B2.2: three intervals, at
 *     least ten minutes)
 * @param jump the fastest change of temperature that can be, in K/min; infinite where any can
 * @param expectedFrom since when the device should speak, should it never have spoken
 * @param ensemble the devices that are heard as this one; empty for a device heard by itself
 */
public record DeviceRules(
    DeviceId device,
    List<Rule> rules,
    long maxGap,
    double jump,
    long expectedFrom,
    Optional<Ensemble> ensemble) {
  public DeviceRules {
    rules = List.copyOf(rules);
  }

  /** The place of a rule among these, if it is one of them. */
  OptionalInt indexOf(RuleId id) {
    return IntStream.range(0, rules.size()).filter(i -> rules.get(i).id().equals(id)).findFirst();
  }

  /** Whether a rule looks at a reading. */
  public boolean wants(RuleId id, Reading reading) {
    return rules.stream()
        .filter(rule -> rule.id().equals(id))
        .flatMap(rule -> rule.tiers().stream())
        .anyMatch(tier -> tier.kind().wants(reading.metric()));
  }

  /** Whether some tier wants records of a kind, whatever they are about. */
  public boolean wants(RecordKind kind) {
    return kinds().anyMatch(each -> each.wants(kind));
  }

  /** A device that is judged by what it says itself. */
  public DeviceRules(
      DeviceId device, List<Rule> rules, long maxGap, double jump, long expectedFrom) {
    this(device, rules, maxGap, jump, expectedFrom, Optional.empty());
  }

  /** The devices whose observations are looked at. */
  public Set<DeviceId> heard() {
    return ensemble
        .map(Ensemble::members)
        .orElseGet(
            () -> {
              Set<DeviceId> all = new HashSet<>(around());
              all.add(device);
              return all;
            });
  }

  /** The other devices of which some tier hears something. */
  public Set<DeviceId> around() {
    Set<DeviceId> around = new HashSet<>();
    kinds().forEach(kind -> around.addAll(kind.around()));
    around.remove(device);
    return around;
  }

  /** Whether an observation of one of the devices heard is looked at: its own always are. */
  public boolean hears(Observation observation) {
    if (ensemble.isPresent()) {
      return ensemble.get().hears(observation);
    }
    return observation.device().equals(device)
        || kinds()
            .filter(kind -> kind.around().contains(observation.device()))
            .anyMatch(kind -> Interests.isWantedAround(kind, observation));
  }

  private Stream<Kind<?>> kinds() {
    return rules.stream().flatMap(rule -> rule.tiers().stream()).map(Tier::kind);
  }

  /** Whether one of these rules is that. */
  public boolean has(RuleId id) {
    return rules.stream().anyMatch(rule -> rule.id().equals(id));
  }

  /** Whether some tier asks for the device's circumstances. */
  boolean isLenient() {
    return rules.stream()
        .flatMap(rule -> rule.tiers().stream())
        .anyMatch(tier -> !tier.leniency().isNone());
  }

  /** The warmest that air is in a defrost of the device, °C, as far as its rules say. */
  double defrostPeak() {
    return rules.stream()
        .flatMap(rule -> rule.tiers().stream())
        .mapToDouble(tier -> tier.leniency().peak())
        .max()
        .orElse(Double.NEGATIVE_INFINITY);
  }
}
