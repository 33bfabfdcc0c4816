package wuchang.app.config;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import wuchang.app.config.yaml.Form;
import wuchang.app.config.yaml.Section;
import wuchang.app.config.yaml.Value;
import wuchang.domain.Dimension;
import wuchang.domain.Profile;
import wuchang.domain.Quantity;
import wuchang.domain.RuleId;
import wuchang.domain.site.Device;
import wuchang.domain.site.RuleOverride;

/** The key {@code rules} of the site, an area or a device: what it changes about some rules. */
final class RuleReader {
  private final RuleVocabulary vocabulary;
  private final Optional<Profile> profile;
  private final Form<RuleId> rule;
  private final Form<Map<RuleId, RuleOverride>> overrides;

  /** Without a profile no limit is called loose. */
  RuleReader(RuleVocabulary vocabulary, Optional<Profile> profile) {
    this.vocabulary = vocabulary;
    this.profile = profile;
    List<String> known = vocabulary.rules().stream().map(RuleId::value).sorted().toList();
    this.rule =
        Form.word(
            "rule",
            "the id of a rule, as «wuchang rules» lists them",
            known,
            word -> known.contains(word) ? Optional.of(RuleId.of(word)) : Optional.empty());
    this.overrides = Form.mapping("rules by their ids", rule::read, this::override);
  }

  /** The id of a rule that there is. */
  Form<RuleId> rule() {
    return rule;
  }

  Map<RuleId, RuleOverride> read(Section section) {
    return section.get("rules", overrides, Map.of());
  }

  /** The slowest interval at which a device can prove what it is there for. */
  Optional<Duration> slowest(Device device) {
    return vocabulary.slowest(device);
  }

  private Form<RuleOverride> override(RuleId id) {
    return Form.section("{enabled: …} or parameters", section -> override(id, section));
  }

  private Optional<RuleOverride> override(RuleId id, Section section) {
    Optional<Boolean> enabled = section.get("enabled", As.FLAG);
    Map<String, Quantity> parameters = new HashMap<>();
    new TreeMap<>(vocabulary.parametersOf(id).orElse(Map.of()))
        .forEach(
            (name, dimension) ->
                section
                    .value(name)
                    .flatMap(value -> parameter(id, name, dimension, value))
                    .ifPresent(quantity -> parameters.put(name, quantity)));
    return Optional.of(new RuleOverride(enabled, parameters));
  }

  private Optional<Quantity> parameter(RuleId id, String name, Dimension dimension, Value value) {
    Optional<Quantity> quantity = Measured.in(dimension).read(value);
    quantity
        .flatMap(q -> profile.flatMap(p -> vocabulary.looser(id, p, name, q)))
        .ifPresent(reason -> value.warn(id + " " + name + value.shown() + " " + reason));
    return quantity;
  }
}
