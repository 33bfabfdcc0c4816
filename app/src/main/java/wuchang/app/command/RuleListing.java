package wuchang.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.domain.Language;
import wuchang.domain.Quantity;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;
import wuchang.rules.catalogue.Catalogue;
import wuchang.rules.catalogue.Parameter;
import wuchang.rules.catalogue.RuleDefinition;
import wuchang.rules.catalogue.RulesInForce;

/** The rules in force at a site, as people and programs read them. */
public final class RuleListing {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Site site;
  private final Map<RuleDefinition, List<RulesInForce.OnDevice>> rules = new LinkedHashMap<>();

  public RuleListing(Catalogue catalogue, Site site) {
    this.site = site;
    RulesInForce inForce = new RulesInForce(catalogue, site);
    List<RulesInForce.OnDevice> all = new ArrayList<>();
    for (Device device : inForce.subjects()) {
      all.addAll(inForce.on(device));
    }
    for (RuleDefinition rule : catalogue.rules()) {
      List<RulesInForce.OnDevice> of = all.stream().filter(on -> on.rule() == rule).toList();
      if (!of.isEmpty()) {
        rules.put(rule, of);
      }
    }
  }

  /** As files, by their names. */
  public Map<String, String> files() {
    return Map.of(
        "rules.zh.md", markdown(Language.ZH),
        "rules.en.md", markdown(Language.EN),
        "rules.json", json());
  }

  String table(Language language) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("RULE", "SEVERITY", "DEVICES", "LIMITS", "NAME"));
    rules.forEach(
        (rule, on) ->
            rows.add(
                List.of(
                    rule.id().value(),
                    rule.severity().word(),
                    String.valueOf(on.size()),
                    limits(rule, on),
                    rule.name().in(language))));
    return Columns.aligned(rows);
  }

  String markdown(Language language) {
    return new RulePage(
            (rule, parameter) -> inForce(parameter, rules.getOrDefault(rule, List.of())),
            List.of(language))
        .chapters(rules.keySet());
  }

  String json() {
    ArrayNode list = JSON.createArrayNode();
    rules.forEach((rule, on) -> list.add(json(rule, on)));
    try {
      return JSON.writeValueAsString(list) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of nodes is always JSON", e);
    }
  }

  private ObjectNode json(RuleDefinition rule, List<RulesInForce.OnDevice> on) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", rule.id().value());
    node.put("principle", rule.principle().word());
    node.put("kind", rule.kind().word());
    node.put("severity", rule.severity().word());
    node.putObject("name").put("zh", rule.name().zh()).put("en", rule.name().en());
    ArrayNode parameters = node.putArray("parameters");
    for (Parameter parameter : rule.parameters().values()) {
      parameters.add(json(parameter, on));
    }
    ArrayNode devices = node.putArray("devices");
    on.forEach(each -> devices.add(each.device().id().value()));
    node.put("basis", rule.basis());
    return node;
  }

  private ObjectNode json(Parameter parameter, List<RulesInForce.OnDevice> on) {
    ObjectNode node = JSON.createObjectNode();
    node.put("name", parameter.name());
    node.put("unit", parameter.unit().symbol());
    Optional<Quantity> usual = parameter.defaultOf(site.profile());
    usual.ifPresentOrElse(q -> node.put("default", q.value()), () -> node.putNull("default"));
    parameter.trait().ifPresent(share -> node.put("from", share.trait()));
    ObjectNode values = node.putObject("values");
    on.forEach(
        each ->
            Optional.ofNullable(each.values().get(parameter.name()))
                .ifPresent(
                    value -> values.put(each.device().id().value(), value.in(parameter.unit()))));
    return node;
  }

  private static String limits(RuleDefinition rule, List<RulesInForce.OnDevice> on) {
    List<String> limits = new ArrayList<>();
    for (Parameter parameter : rule.parameters().values()) {
      if (parameter.isLimit() || parameter.name().equals("tolerate")) {
        limits.add(parameter.name() + " " + inForce(parameter, on));
      }
    }
    return String.join(", ", limits);
  }

  /** The value in force, or all that are, where devices differ. */
  private static String inForce(Parameter parameter, List<RulesInForce.OnDevice> on) {
    return String.join(
        " / ",
        on.stream()
            .map(each -> Optional.ofNullable(each.values().get(parameter.name())))
            .map(value -> value.map(Quantity::toString).orElse("–"))
            .distinct()
            .toList());
  }
}
