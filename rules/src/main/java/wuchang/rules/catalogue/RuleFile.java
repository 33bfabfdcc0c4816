package wuchang.rules.catalogue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import wuchang.domain.Dimension;
import wuchang.domain.Principle;
import wuchang.domain.Quantity;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.Unit;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.DeviceKind;

/** One YAML file of rules: the file is the principle. */
final class RuleFile {
  private final String file;
  private final Principle principle;

  RuleFile(String file, Principle principle) {
    this.file = file;
    this.principle = principle;
  }

  List<RuleDefinition> read(String yaml) {
    try {
      Object root = new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(yaml);
      Entry entry = Entry.of(file, root);
      List<RuleDefinition> rules = new ArrayList<>();
      for (Entry rule : entry.list("rules")) {
        rules.add(rule(rule.at(file + ": " + rule.text("id"))));
      }
      return rules;
    } catch (YamlEngineException e) {
      throw new CatalogueFault(file, e.getMessage());
    }
  }

  private RuleDefinition rule(Entry rule) {
    KindOfRule kind =
        rule.keys().stream()
            .flatMap(key -> KindOfRule.of(key).stream())
            .findFirst()
            .orElseThrow(() -> rule.fault("none of its keys is a kind of rule"));
    Entry settings = rule.entry(kind.word());
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    quantities(settings, kind.quantities(), "", parameters);
    quantities(rule, KindOfRule.SHARED, "", parameters);
    return new RuleDefinition(
        RuleId.of(rule.text("id")),
        principle,
        rule.words("name"),
        rule.words("say"),
        rule.words("do"),
        rule.text("basis"),
        kinds(rule),
        kind,
        words(settings, kind),
        parameters,
        steps(rule, kind, parameters),
        excuses(rule),
        use(rule),
        isSaid(rule, "where-sensed"),
        rule.optional("at-night").map(word -> severity(rule, word)),
        rule.list("examples").stream().map(ExampleFile::read).toList());
  }

  private static Map<String, List<String>> words(Entry settings, KindOfRule kind) {
    Map<String, List<String>> words = new LinkedHashMap<>();
    for (String key : settings.keys()) {
      if (kind.words().contains(key)) {
        words.put(key, settings.strings(key));
      } else if (!kind.quantities().contains(key)) {
        throw settings.fault("«" + key + "» is unknown to the kind " + kind.word());
      }
    }
    return words;
  }

  private static void quantities(
      Entry from, Set<String> names, String prefix, Map<String, Parameter> into) {
    for (String key : from.keys()) {
      if (names.contains(key)) {
        into.put(prefix + key, parameter(from, key, prefix + key));
      }
    }
  }

  private static Parameter parameter(Entry from, String key, String name) {
    if (from.isScalar(key)) {
      Quantity value = from.quantity(key);
      return new Parameter(
          name,
          value.unit(),
          Map.of(Parameter.DEFAULT, value),
          Optional.empty(),
          OptionalDouble.empty(),
          Optional.empty(),
          false);
    }
    Entry cases = from.entry(key);
    Map<String, Quantity> values = new LinkedHashMap<>();
    for (String c : cases.keys()) {
      if (!Set.of("trait", "share", "unit", "intervals", "like", "optional").contains(c)) {
        values.put(c, cases.quantity(c));
      }
    }
    Unit unit =
        cases
            .optional("unit")
            .map(u -> Unit.of(u).orElseThrow(() -> cases.fault("unknown unit " + u)))
            .orElseGet(() -> values.values().iterator().next().unit());
    double share =
        cases.optional("share").map(s -> Quantity.parse(s).in(Unit.PERCENT)).orElse(100.0);
    return new Parameter(
        name,
        unit,
        values,
        cases.optional("trait").map(t -> new Parameter.TraitShare(t, share)),
        cases
            .optional("intervals")
            .map(n -> OptionalDouble.of(Double.parseDouble(n)))
            .orElse(OptionalDouble.empty()),
        cases.optional("like").map(RuleId::of),
        cases.optional("optional").map(Boolean::parseBoolean).orElse(false));
  }

  private static List<RuleDefinition.Step> steps(
      Entry rule, KindOfRule kind, Map<String, Parameter> parameters) {
    List<RuleDefinition.Step> steps = new ArrayList<>();
    steps.add(
        new RuleDefinition.Step(
            severity(rule, rule.text("severity")), kinds(rule), "", isEarly(rule)));
    for (Entry step : rule.list("steps")) {
      Severity severity = severity(step, step.text("severity"));
      String prefix = severity.word() + "-";
      Set<String> names = new java.util.HashSet<>(kind.quantities());
      names.addAll(KindOfRule.SHARED);
      quantities(step, names, prefix, parameters);
      steps.add(
          new RuleDefinition.Step(
              severity,
              step.keys().contains("applies-to") ? kinds(step) : kinds(rule),
              prefix,
              isEarly(step)));
    }
    return steps;
  }

  private static boolean isEarly(Entry rule) {
    return isSaid(rule, "early");
  }

  private static boolean isSaid(Entry rule, String key) {
    return rule.optional(key).map(Boolean::parseBoolean).orElse(false);
  }

  private static Set<Excuse> excuses(Entry rule) {
    Set<Excuse> excuses = EnumSet.noneOf(Excuse.class);
    for (String word : rule.strings("excused-during")) {
      excuses.add(
          switch (word) {
            case "defrost" -> Excuse.DEFROST;
            case "loading" -> Excuse.LOADING;
            default -> throw rule.fault("«" + word + "» excuses nothing; expected defrost loading");
          });
    }
    for (String word : rule.strings("milder-during")) {
      if (!word.equals("defrost")) {
        throw rule.fault("«" + word + "» makes nothing milder; expected defrost");
      }
      excuses.add(Excuse.DEFROST_SHAPE);
    }
    return excuses;
  }

  private static Optional<Use> use(Entry rule) {
    if (!rule.keys().contains("during")) {
      return Optional.empty();
    }
    Set<Use.Window> windows = EnumSet.noneOf(Use.Window.class);
    for (String word : rule.strings("during")) {
      try {
        windows.add(Use.Window.valueOf(word.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw rule.fault("«" + word + "» is no window of a meal; expected prep service cleaning");
      }
    }
    return Optional.of(new Use(windows, rule.optional("while").map(Metric::of)));
  }

  private static Severity severity(Entry at, String word) {
    return Severity.of(word)
        .orElseThrow(
            () ->
                at.fault("«" + word + "» is no severity; expected notice warning major critical"));
  }

  private static Set<DeviceKind> kinds(Entry entry) {
    Set<DeviceKind> kinds = EnumSet.noneOf(DeviceKind.class);
    for (String word : entry.strings("applies-to")) {
      if (word.equals("all")) {
        return EnumSet.allOf(DeviceKind.class);
      }
      kinds.add(
          DeviceKind.of(word)
              .orElseThrow(() -> entry.fault("«" + word + "» is no kind of device")));
    }
    return kinds;
  }

  /** Reads the examples of a rule. */
  private static final class ExampleFile {
    static Example read(Entry example) {
      List<Example.Expected> expected = new ArrayList<>();
      for (Entry e : example.list("expect")) {
        expected.add(
            new Example.Expected(
                offset(e, "since"),
                offset(e, "raised"),
                e.optional("severity").map(word -> severity(e, word)),
                e.optional("until").map(u -> offset(e, "until"))));
      }
      return new Example(
          example.text("name"),
          example.strings("device", Map.of()),
          example.strings("around", Map.of()),
          example
              .optional("every")
              .map(e -> example.quantity("every").toDuration())
              .orElse(Duration.ofMinutes(1)),
          example.strings("given", Map.of()),
          example.strings("events"),
          expected);
    }

    private static Duration offset(Entry entry, String key) {
      Quantity quantity = entry.quantity(key);
      if (quantity.unit().dimension() != Dimension.TIME) {
        throw entry.fault("«" + key + "» must be an offset such as 30m");
      }
      return quantity.toDuration();
    }
  }
}
