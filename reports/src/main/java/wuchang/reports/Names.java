package wuchang.reports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.RuleId;
import wuchang.domain.Text;
import wuchang.domain.finding.RuleCard;
import wuchang.domain.site.Area;
import wuchang.domain.site.Device;
import wuchang.domain.site.Person;
import wuchang.domain.site.Site;

/** Names for people. What the configuration no longer knows goes by its id. */
record Names(Site site, Map<RuleId, RuleCard> rules) {
  private static final Text NOBODY = new Text("（未指定）", "(nobody)");

  Text device(DeviceId device) {
    return device.equals(Site.ITSELF)
        ? new Text("系统", "The system")
        : site.device(device).map(Device::name).orElse(Text.same(device.value()));
  }

  Text area(AreaId area) {
    return site.area(area).map(Area::name).orElse(Text.same(area.value()));
  }

  Text areaOf(DeviceId device) {
    return site.device(device).map(found -> area(found.area())).orElse(Text.same(""));
  }

  String person(PersonId person) {
    return Optional.ofNullable(site.people().get(person)).map(Person::name).orElse(person.value());
  }

  /** Who answers for an area. */
  Text responsible(AreaId area) {
    return site.area(area)
        .flatMap(Area::responsible)
        .map(this::person)
        .map(Text::same)
        .orElse(NOBODY);
  }

  Optional<PersonId> responsibleFor(DeviceId device) {
    return site.device(device).flatMap(found -> site.area(found.area())).flatMap(Area::responsible);
  }

  Text rule(RuleId rule) {
    return Optional.ofNullable(rules.get(rule)).map(RuleCard::name).orElse(Text.same(rule.value()));
  }

  Text action(RuleId rule) {
    return Optional.ofNullable(rules.get(rule)).map(RuleCard::action).orElse(Text.same(""));
  }

  /** Several names in one line. */
  static Text joined(List<Text> names) {
    return new Text(
        names.stream().map(Text::zh).collect(Collectors.joining("、")),
        names.stream().map(Text::en).collect(Collectors.joining(", ")));
  }
}
