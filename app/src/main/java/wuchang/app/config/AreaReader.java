package wuchang.app.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.app.config.yaml.Form;
import wuchang.app.config.yaml.Section;
import wuchang.domain.AreaId;
import wuchang.domain.PersonId;
import wuchang.domain.RuleId;
import wuchang.domain.Text;
import wuchang.domain.site.Area;
import wuchang.domain.site.RuleOverride;

/** The section {@code areas}. */
final class AreaReader {
  private final Form<PersonId> person;
  private final RuleReader rules;

  AreaReader(Register register, RuleReader rules) {
    this.person = Form.reference("person", "a person", register.people(), PersonId::of);
    this.rules = rules;
  }

  List<Area> read(Section root) {
    return root.get("areas", Form.section("an area with its id", this::area).list(), List.of());
  }

  private Optional<Area> area(Section area) {
    Optional<AreaId> id = area.need("id", As.id(AreaId::of));
    Optional<Text> name = area.get("name", As.NAME);
    Optional<PersonId> responsible = area.get("responsible", person);
    Optional<PersonId> deputy = area.get("deputy", person);
    boolean food = area.get("food", As.FLAG, false);
    Optional<PersonId> contractor = area.get("contractor", person);
    Map<RuleId, RuleOverride> changed = rules.read(area);
    return id.map(
        i ->
            new Area(
                i,
                name.orElse(Text.same(i.value())),
                responsible,
                deputy,
                food,
                contractor,
                changed));
  }
}
