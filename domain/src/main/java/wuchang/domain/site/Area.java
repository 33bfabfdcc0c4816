package wuchang.domain.site;

import java.util.Map;
import java.util.Optional;
import wuchang.domain.AreaId;
import wuchang.domain.PersonId;
import wuchang.domain.RuleId;
import wuchang.domain.Text;

/** A part of the site with exactly one responsible person (分片包干). */
public record Area(
    AreaId id,
    Text name,
    Optional<PersonId> responsible,
    Optional<PersonId> deputy,
    boolean food,
    Optional<PersonId> contractor,
    Map<RuleId, RuleOverride> rules) {
  public Area {
    rules = Map.copyOf(rules);
  }
}
