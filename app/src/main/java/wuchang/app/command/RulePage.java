package wuchang.app.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import wuchang.domain.Language;
import wuchang.domain.Principle;
import wuchang.domain.Text;
import wuchang.domain.site.DeviceKind;
import wuchang.rules.catalogue.Catalogue;
import wuchang.rules.catalogue.Parameter;
import wuchang.rules.catalogue.RuleDefinition;

/** Rules as a page of Markdown, one chapter a 常. */
public final class RulePage {
  private static final String HEAD =
      """
      # 规则 · The rules

      Written by the build from the catalogue in `rules/src/main/resources/wuchang/rules`; not to be changed by hand.
      Each number is a parameter that a site, an area or a device can change under `rules:` of `wuchang.yaml`.

      Where a number comes from: [V] the text of the source itself was read · [S] a secondary page quotes it · [K] named from
      general knowledge, to be confirmed before it is quoted · [E] an engineering default · [P] common practice of products.

      PRC-02 (超时未确认, not acknowledged in time) finds nothing by itself: an alert that nobody takes on within 15 minutes, a critical one
      within 5, goes one level up. Its times are `escalation:` of `wuchang.yaml`.

      """;

  private final BiFunction<RuleDefinition, Parameter, String> values;
  private final List<Language> languages;

  /**
   * @param values what stands for a parameter of a rule
   * @param languages in which names and sentences are given, in this order
   */
  RulePage(BiFunction<RuleDefinition, Parameter, String> values, List<Language> languages) {
    this.values = values;
    this.languages = List.copyOf(languages);
  }

  /** The whole catalogue in both languages, with its defaults: docs/rules.md. */
  public static String of(Catalogue catalogue) {
    RulePage page =
        new RulePage((rule, parameter) -> parameter.describe(), List.of(Language.ZH, Language.EN));
    return HEAD + page.chapters(catalogue.rules());
  }

  /** The rules, by 常. */
  String chapters(Collection<RuleDefinition> rules) {
    StringBuilder page = new StringBuilder();
    for (Principle principle : Principle.values()) {
      List<RuleDefinition> of = rules.stream().filter(r -> r.principle() == principle).toList();
      if (!of.isEmpty()) {
        page.append("## %s%n%n".formatted(both(principle.label(), " · ")));
        of.stream()
            .sorted(Comparator.comparing(RuleDefinition::id))
            .forEach(rule -> section(rule, page));
      }
    }
    return page.toString().replace("\r\n", "\n");
  }

  private void section(RuleDefinition rule, StringBuilder page) {
    page.append("### %s %s%n%n".formatted(rule.id(), both(rule.name(), " · ")));
    page.append(
        "%s · `%s` · %s%s%n%n"
            .formatted(
                rule.steps().stream()
                    .map(step -> step.severity().label())
                    .map(label -> both(label, "/"))
                    .collect(Collectors.joining(" → ")),
                rule.kind().word(),
                devices(rule),
                rule.steps().get(0).early() ? " · 事前 early" : ""));
    languages.forEach(
        language ->
            page.append(
                "> %s  %n> %s%n%n".formatted(rule.say().in(language), rule.action().in(language))));
    if (!rule.parameters().isEmpty()) {
      page.append("| | |%n|---|---|%n".formatted());
      rule.parameters()
          .values()
          .forEach(
              parameter ->
                  page.append("| %s | %s |%n".formatted(parameter.name(), value(rule, parameter))));
      page.append("\n");
    }
    page.append("%s%n%n".formatted(rule.basis()));
  }

  private String value(RuleDefinition rule, Parameter parameter) {
    String value = values.apply(rule, parameter);
    return value.isBlank() ? "–" : value;
  }

  private static String devices(RuleDefinition rule) {
    return rule.appliesTo().size() == DeviceKind.values().length
        ? "all devices"
        : rule.appliesTo().stream().map(DeviceKind::word).sorted().collect(Collectors.joining(" "));
  }

  private String both(Text text, String between) {
    return languages.stream().map(text::in).distinct().collect(Collectors.joining(between));
  }
}
