package wuchang.app.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import wuchang.app.config.RuleVocabulary;
import wuchang.domain.Dimension;
import wuchang.domain.Profile;
import wuchang.domain.Quantity;
import wuchang.domain.RuleId;
import wuchang.rules.catalogue.Catalogue;
import wuchang.rules.catalogue.Parameter;
import wuchang.rules.catalogue.RuleDefinition;

/** What a configuration may change about the rules of the catalogue. */
public record CatalogueVocabulary(Catalogue catalogue) implements RuleVocabulary {
  @Override
  public Set<RuleId> rules() {
    return catalogue.rules().stream().map(RuleDefinition::id).collect(Collectors.toSet());
  }

  @Override
  public Optional<Map<String, Dimension>> parametersOf(RuleId rule) {
    return catalogue.rule(rule).map(CatalogueVocabulary::dimensions);
  }

  @Override
  public Optional<String> looser(RuleId rule, Profile profile, String name, Quantity value) {
    return catalogue.looser(rule, profile, name, value);
  }

  private static Map<String, Dimension> dimensions(RuleDefinition rule) {
    Map<String, Dimension> dimensions = new LinkedHashMap<>();
    for (Parameter parameter : rule.parameters().values()) {
      dimensions.put(parameter.name(), parameter.unit().dimension());
    }
    return dimensions;
  }
}
