package wuchang.rules.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import wuchang.domain.Principle;
import wuchang.domain.Profile;
import wuchang.domain.Quantity;
import wuchang.domain.RuleId;
import wuchang.domain.finding.RuleCard;
import wuchang.domain.site.Device;

/** All rules there are, in the order of the five files, one a 常. */
public final class Catalogue {
  private static final String FILES =
      Arrays.stream(Principle.values()).map(Catalogue::fileOf).collect(Collectors.joining(", "));

  private final Map<RuleId, RuleDefinition> rules;

  private Catalogue(Map<RuleId, RuleDefinition> rules) {
    this.rules = rules;
  }

  /**
   * The catalogue that comes with Wuchang.
   *
   * @throws CatalogueFault when a file of it is wrong, which the build excludes
   */
  public static Catalogue shipped() {
    List<RuleDefinition> all = new ArrayList<>();
    for (Principle principle : Principle.values()) {
      String file = fileOf(principle);
      all.addAll(new RuleFile(file, principle).read(resource(file)));
    }
    return of(all);
  }

  /**
   * These rules and those of one more file.
   *
   * @param file its name, which says the principle as those of the shipped ones do: {@code
   *     3-clean.yaml}
   * @throws CatalogueFault when the file is wrong, or has a rule that there is already
   */
  public Catalogue with(String file, String yaml) {
    Principle principle =
        Arrays.stream(Principle.values())
            .filter(each -> file.equals(fileOf(each)))
            .findFirst()
            .orElseThrow(() -> new CatalogueFault(file, "is no file of a 常; expected " + FILES));
    List<RuleDefinition> all = new ArrayList<>(rules.values());
    all.addAll(new RuleFile(file, principle).read(yaml));
    return of(all);
  }

  /**
   * A catalogue of these rules.
   *
   * @throws CatalogueFault when two have one id
   */
  public static Catalogue of(Collection<RuleDefinition> definitions) {
    Map<RuleId, RuleDefinition> rules = new LinkedHashMap<>();
    for (RuleDefinition rule : definitions) {
      if (rules.put(rule.id(), rule) != null) {
        throw new CatalogueFault(rule.id().value(), "there are two rules with this id");
      }
    }
    return new Catalogue(rules);
  }

  public Collection<RuleDefinition> rules() {
    return java.util.Collections.unmodifiableCollection(rules.values());
  }

  public Optional<RuleDefinition> rule(RuleId id) {
    return Optional.ofNullable(rules.get(id));
  }

  /** How the other stages know a rule; one that is gone from the catalogue has none. */
  public Optional<RuleCard> card(RuleId id) {
    return rule(id).map(RuleDefinition::card);
  }

  /**
   * What is wrong with a value as a limit under a profile: that it allows more than the profile.
   */
  public Optional<String> looser(RuleId id, Profile profile, String name, Quantity value) {
    return rule(id)
        .map(rule -> rule.parameters().get(name))
        .filter(Parameter::isLimit)
        .flatMap(
            limit ->
                limit
                    .defaultOf(profile)
                    .filter(usual -> allowsMore(limit, usual, value))
                    .map(usual -> "is looser than the %s of profile %s".formatted(usual, profile)));
  }

  /**
   * The slowest interval at which a device can prove that it disinfects: a quarter of the shortest
   * hold that its rules ask for, as the catalogue or the device itself says. Empty for devices that
   * have none to keep.
   */
  public Optional<Duration> slowest(Device device) {
    return rules.values().stream()
        .filter(rule -> rule.appliesTo().contains(device.kind()))
        .flatMap(rule -> CycleKinds.hold(rule, device).stream())
        .min(Duration::compareTo)
        .map(hold -> hold.dividedBy(CycleKinds.SAMPLES_IN_HOLD));
  }

  private static boolean allowsMore(Parameter limit, Quantity usual, Quantity value) {
    double number = value.in(usual.unit());
    return limit.isLooserWhenGreater() ? number > usual.value() : number < usual.value();
  }

  private static String fileOf(Principle principle) {
    return (principle.ordinal() + 1) + "-" + principle.word() + ".yaml";
  }

  private static String resource(String file) {
    try (InputStream in = Catalogue.class.getResourceAsStream("/wuchang/rules/" + file)) {
      if (in == null) {
        throw new CatalogueFault(file, "the file is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }
}
