package wuchang.rules.catalogue;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import wuchang.domain.Profile;
import wuchang.domain.Quantity;
import wuchang.domain.RuleId;
import wuchang.domain.Unit;
import wuchang.domain.site.Device;

/**
 * A number of a rule: its default by case, or the trait of the device it is taken from.
 *
 * @param cases the defaults by case: a kind of device, a method of disinfection, {@code walk-in},
 *     {@code special-room} for what stands in one, a profile, or {@code default}
 * @param trait the device's rating it is taken from, and how much of it in percent
 * @param intervals so many of the device's intervals, if that is more than the default
 * @param like the rule whose parameter of this name it is: what a site changes there holds here too
 * @param optional whether the rule does without it where nothing is known
 */
public record Parameter(
    String name,
    Unit unit,
    Map<String, Quantity> cases,
    Optional<TraitShare> trait,
    OptionalDouble intervals,
    Optional<RuleId> like,
    boolean optional) {
  /** A share of a rating: 90 % of {@code rated-current}. */
  public record TraitShare(String trait, double percent) {}

  public static final String DEFAULT = "default";
  public static final String WALK_IN = "walk-in";
  static final String SPECIAL_ROOM = "special-room";

  /** A unit that is set to deep cold: to {@link #DEEP_COLD} or colder. */
  static final String DEEP = "deep";

  /** DOMAIN.md B3, FRZ-01: «-18» is a device's set-point. */
  private static final double DEEP_COLD = -18;

  public Parameter {
    cases = Map.copyOf(cases);
  }

  /**
   * A limit tells right from wrong; the other parameters tell how long and how sure. {@code above}
   * and {@code below} are values, {@code over} and {@code under} how far from the nominal one.
   */
  public boolean isLimit() {
    return Stream.of("above", "below", "over", "under").anyMatch(name::endsWith);
  }

  /** Whether a greater value finds less wrong. */
  boolean isLooserWhenGreater() {
    return !name.endsWith("below");
  }

  /** The default of a profile, where there is one that does not depend on the device. */
  public Optional<Quantity> defaultOf(Profile profile) {
    return Optional.ofNullable(cases.getOrDefault(profile.name(), cases.get(DEFAULT)));
  }

  /** The value on a device in a special room (专间), where there is one of its own. */
  Optional<Quantity> inSpecialRoom(Device device, Profile profile) {
    boolean rated = trait.flatMap(share -> device.traits().quantity(share.trait())).isPresent();
    return rated
        ? on(device, profile)
        : Optional.ofNullable(cases.get(SPECIAL_ROOM)).or(() -> on(device, profile));
  }

  /** The value on a device; empty when the device lacks the trait it would come from. */
  Optional<Quantity> on(Device device, Profile profile) {
    Optional<Quantity> rated =
        trait.flatMap(
            share ->
                device
                    .traits()
                    .quantity(share.trait())
                    .map(q -> Quantity.of(q.in(unit) * share.percent() / 100, unit)));
    Optional<Quantity> usual = caseOf(device).or(() -> defaultOf(profile));
    return rated.or(() -> usual.map(value -> atLeastIntervals(value, device)));
  }

  private Optional<Quantity> caseOf(Device device) {
    return Optional.ofNullable(cases.get(device.kind().word()))
        .or(() -> device.traits().method().map(Parameter::word).map(cases::get))
        .or(() -> Optional.ofNullable(device.traits().walkIn() ? cases.get(WALK_IN) : null))
        .or(() -> Optional.ofNullable(isDeepCold(device) ? cases.get(DEEP) : null));
  }

  private static boolean isDeepCold(Device device) {
    return device
        .traits()
        .quantity("set-point")
        .filter(set -> set.in(Unit.CELSIUS) <= DEEP_COLD)
        .isPresent();
  }

  private static String word(Enum<?> method) {
    return method.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Quantity atLeastIntervals(Quantity usual, Device device) {
    if (intervals.isEmpty() || device.interval().isEmpty()) {
      return usual;
    }
    double several = intervals.getAsDouble() * device.interval().get().toMillis() / 1000.0;
    return several > usual.in(Unit.SECOND) ? Quantity.of(several, Unit.SECOND) : usual;
  }

  /** As a table or a person reads it. */
  public String describe() {
    StringBuilder text = new StringBuilder();
    trait.ifPresent(
        share ->
            text.append(
                    share.percent() == 100
                        ? ""
                        : Quantity.of(share.percent(), Unit.PERCENT) + " × ")
                .append(share.trait()));
    cases.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            e ->
                text.append(text.isEmpty() ? "" : ", ")
                    .append(e.getKey().equals(DEFAULT) ? "" : e.getKey() + " ")
                    .append(e.getValue()));
    intervals.ifPresent(n -> text.append(", ≥ ").append((long) n).append(" × interval"));
    return text.toString();
  }
}
