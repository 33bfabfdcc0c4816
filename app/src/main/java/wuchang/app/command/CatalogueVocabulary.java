package wuchang.app.command;

import java.time.Duration;
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
import wuchang.domain.site.Device;
import wuchang.rules.catalogue.Catalogue;
import wuchang.rules.catalogue.Parameter;
import wuchang.rules.catalogue.RuleDefinition;

/** What a configuration may change about the rules of the catalogue. */
public record CatalogueVocabulary(Catalogue catalogue) implements RuleVocabulary {
  /**
   * The ids of the whole catalogue (DOMAIN.md B3). A configuration may switch off what is not there
   * yet; it has no parameters to change.
   */
  private static final Set<String> ANNOUNCED =
      Set.of(
          "FRG-03", "FRG-04", "FRG-05", "FRZ-02", "FRZ-03", "SMP-01", "SMP-02", "DOOR-02", "HOT-01",
          "HOT-02", "COOL-01", "ROOM-01", "ROOM-02", "DIS-01", "DIS-02", "DIS-03", "DIS-05",
          "WAT-01", "WAT-02", "WAT-04", "WAT-05", "WAT-06", "ELE-01", "ELE-02", "ELE-04", "ELE-05",
          "ELE-06", "GAT-01", "GAT-04", "GAT-05", "GAT-06", "GAT-07", "GAT-08", "GAT-09", "GAT-10",
          "SEN-02", "SEN-04", "SEN-05", "SYS-01", "PRC-01", "PRC-02", "PRC-03");

  @Override
  public Set<RuleId> rules() {
    return catalogue.rules().stream().map(RuleDefinition::id).collect(Collectors.toSet());
  }

  @Override
  public Optional<Map<String, Dimension>> parametersOf(RuleId rule) {
    return catalogue
        .rule(rule)
        .map(CatalogueVocabulary::dimensions)
        .or(() -> ANNOUNCED.contains(rule.value()) ? Optional.of(Map.of()) : Optional.empty());
  }

  @Override
  public Optional<String> looser(RuleId rule, Profile profile, String name, Quantity value) {
    return catalogue.looser(rule, profile, name, value);
  }

  @Override
  public Optional<Duration> slowest(Device device) {
    return catalogue.slowest(device);
  }

  private static Map<String, Dimension> dimensions(RuleDefinition rule) {
    Map<String, Dimension> dimensions = new LinkedHashMap<>();
    for (Parameter parameter : rule.parameters().values()) {
      dimensions.put(parameter.name(), parameter.unit().dimension());
    }
    return dimensions;
  }
}
