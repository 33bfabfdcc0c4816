package wuchang.rules.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wuchang.domain.site.Device;
import wuchang.rules.kernel.Kind;

/**
 * A kind a rule of the catalogue can be of: its word, the names it understands and how it is made.
 * A new kind is a record in {@code wuchang.rules.kind} and an entry in the list of its family.
 */
public final class KindOfRule {
  /** What every rule may have, whatever its kind. */
  static final Set<String> SHARED =
      Set.of("tolerate", "settle", "defrost-longest", "defrost-peak", "lingers");

  private static final Map<String, KindOfRule> BY_WORD =
      Stream.of(
              GeneralKinds.ALL,
              FoodKinds.ALL,
              GateKinds.ALL,
              PeopleKinds.ALL,
              ProcessKinds.ALL,
              HealthKinds.ALL,
              CycleKinds.ALL,
              MeterKinds.ALL)
          .flatMap(List::stream)
          .collect(Collectors.toUnmodifiableMap(KindOfRule::word, kind -> kind));

  private final String word;
  private final Set<String> quantities;
  private final Set<String> words;
  private final Set<String> evidence;
  private final Function<Made, Kind<?>> maker;
  private final Predicate<Place> suits;
  private final boolean ofSeveral;

  /**
   * A kind for every device.
   *
   * @param word by which a rule says that it is of this kind
   * @param quantities the parameters it understands
   * @param words the settings it understands that are no quantities
   * @param evidence the names its evidence has, for sentences to use
   */
  KindOfRule(
      String word,
      Set<String> quantities,
      Set<String> words,
      Set<String> evidence,
      Function<Made, Kind<?>> maker) {
    this(word, quantities, words, evidence, maker, place -> true, false);
  }

  private KindOfRule(
      String word,
      Set<String> quantities,
      Set<String> words,
      Set<String> evidence,
      Function<Made, Kind<?>> maker,
      Predicate<Place> suits,
      boolean ofSeveral) {
    this.word = word;
    this.quantities = quantities;
    this.words = words;
    this.evidence = evidence;
    this.maker = maker;
    this.suits = suits;
    this.ofSeveral = ofSeveral;
  }

  static Optional<KindOfRule> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  /** The same, only for devices that have what it needs. */
  KindOfRule suiting(Predicate<Device> devices) {
    return new KindOfRule(
        word, quantities, words, evidence, maker, place -> devices.test(place.device()), ofSeveral);
  }

  /** The same, only in certain places. */
  KindOfRule in(Predicate<Place> where) {
    return new KindOfRule(word, quantities, words, evidence, maker, where, ofSeveral);
  }

  /** The same, about the devices that a gateway, or the site, hears; only where that is of use. */
  KindOfRule ofSeveral(Predicate<Place> where) {
    return new KindOfRule(word, quantities, words, evidence, maker, where, true);
  }

  /** Whether it looks at several devices at once. */
  public boolean isOfSeveral() {
    return ofSeveral;
  }

  Kind<?> make(Made made) {
    return maker.apply(made);
  }

  /** Whether a device is one that can be judged so: it has what the kind needs. */
  boolean suits(Place place) {
    return suits.test(place);
  }

  /** The parameters it understands. */
  public Set<String> quantities() {
    return quantities;
  }

  /** The settings it understands that are no quantities. */
  public Set<String> words() {
    return words;
  }

  /** The names its evidence has, for sentences to use. */
  public Set<String> evidence() {
    return evidence;
  }

  public String word() {
    return word;
  }
}
