package wuchang.alerts.words;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wuchang.alerts.book.Causes;
import wuchang.domain.Language;
import wuchang.domain.PersonId;
import wuchang.domain.RuleId;
import wuchang.domain.Text;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertState;
import wuchang.domain.finding.RuleCard;
import wuchang.domain.site.Area;
import wuchang.domain.site.Device;
import wuchang.domain.site.Person;
import wuchang.domain.site.Site;

/**
 * Makes the sentences of an alert in both languages, last of all, from the rule's templates, the
 * typed evidence and the site's names. What stands in the evidence is used first; beside it {@code
 * {area} {device} {held} {since}} are always known. A device, area or rule that the configuration
 * no longer has goes by its id.
 */
public final class Wording {
  private static final Text ALL = new Text("全场", "whole site");
  private static final Set<String> ALWAYS_KNOWN = Set.of("area", "device", "held", "since");

  private static final Text RESOLVED =
      new Text(
          "{area}{device}已恢复正常，异常自{since}起历时{held}。",
          "{device} in {area} is back to normal; it was wrong for {held} since {since}.");
  private static final Text CLOSED =
      new Text(
          "{area}{device}：此告警已由人员处理关闭。", "{device} in {area}: this alert was closed by a person.");
  private static final Text WITHDRAWN =
      new Text(
          "{area}{device}：补传的数据表明并无异常，此告警撤回。",
          "{device} in {area}: late data shows that nothing was wrong; this alert is withdrawn.");

  /** What a power cut does not change: DOMAIN.md FRG-04, FRZ-02. */
  private static final Text FOOD =
      new Text(
          "先保食品：少开柜门，转移或尽快使用，用中心温度计复测并记录。",
          "Save the food first: keep doors shut, move or use it, probe and record.");

  private static final int MOST_NAMED = 5;
  private static final Map<String, Text> FACTS = facts();
  private static final Text COMMA = new Text("，", ", ");
  private static final Text AND = new Text("、", ", ");
  private static final Text OWNER = new Text("负责：", "Owner: ");
  private static final Text TO_TAKE_ON = new Text("待接手：", "To take it on: ");
  private static final Text PROMISED = new Text("，承诺 {at} 前处理", ", promised by {at}");

  private final Function<RuleId, @Nullable RuleCard> cards;
  private final Supplier<Site> site;

  /**
   * @param cards the card of a rule; null for one that is no longer in force
   */
  public Wording(Function<RuleId, @Nullable RuleCard> cards, Supplier<Site> site) {
    this.cards = cards;
    this.site = site;
  }

  /**
   * What a card's sentences ask for that is neither always known nor among the names its evidence
   * has; a stray brace counts. Empty when all is well.
   */
  public static Set<String> unknownPlaceholders(RuleCard card, Set<String> evidenceNames) {
    Set<String> unknown = new TreeSet<>();
    for (Language language : Language.values()) {
      unknown.addAll(Template.names(card.say().in(language)));
      unknown.addAll(Template.names(card.action().in(language)));
    }
    unknown.removeAll(ALWAYS_KNOWN);
    unknown.removeAll(evidenceNames);
    return unknown;
  }

  /** What and where: {@code 冷藏超温 · 冷库1号冷柜}. */
  public Text title(Alert alert) {
    Text rule = card(alert).map(RuleCard::name).orElse(Text.same(alert.rule().value()));
    Text template = new Text(rule.zh() + " · {area}{device}", rule.en() + " · {area}, {device}");
    return each(language -> fill(template.in(language), alert, alert.openedAt(), language));
  }

  /** The title with how urgent it is, or that it is over, in front. */
  public Text headline(Alert alert) {
    Text title = title(alert);
    Text mark = mark(alert);
    return new Text("【" + mark.zh() + "】" + title.zh(), "[" + mark.en() + "] " + title.en());
  }

  /** What is wrong, as the rules last found it. */
  public Text sentence(Alert alert) {
    Duration held = Duration.between(alert.since(), alert.resolvedAt().orElse(alert.raisedAt()));
    return sentence(alert, alert.since().plus(held));
  }

  /** What is wrong and for how long now; when it is over, for how long it was. */
  public Text sentence(Alert alert, Instant now) {
    Text template = card(alert).map(RuleCard::say).orElse(Text.same("{area}{device}"));
    return each(language -> fill(template.in(language), alert, now, language));
  }

  /** That nothing has to be done any more, and why. */
  public Text ending(Alert alert, Instant now) {
    Text template =
        switch (alert.state()) {
          case RESOLVED -> RESOLVED;
          case WITHDRAWN -> WITHDRAWN;
          default -> CLOSED;
        };
    return each(language -> fill(template.in(language), alert, now, language));
  }

  /**
   * What to do; no words when the rule is no longer in force. Where something else is the cause
   * nobody repairs the fridge, but the food has to be saved all the same (DOMAIN.md B2.5).
   */
  public Text action(Alert alert) {
    if (alert.parent().isPresent() && Causes.advisesRepair(alert.rule())) {
      return FOOD;
    }
    Text template = card(alert).map(RuleCard::action).orElse(Text.same(""));
    return each(language -> fill(template.in(language), alert, alert.raisedAt(), language));
  }

  /** What the rule's sentence does not say of since when, the value and the limit. */
  public Text facts(Alert alert, Instant now) {
    Text say = card(alert).map(RuleCard::say).orElse(Text.same(""));
    return each(
        language -> {
          Set<String> said = Template.names(say.in(language));
          return FACTS.entrySet().stream()
              .filter(fact -> !said.contains(fact.getKey()))
              .filter(fact -> isKnown(fact.getKey(), alert))
              .map(fact -> fill(fact.getValue().in(language), alert, now, language))
              .collect(Collectors.joining(COMMA.in(language)));
        });
  }

  /** Who has it, or who is to take it on; no words when that is nobody. */
  public Text owner(Alert alert, List<PersonId> people, Instant now) {
    if (people.isEmpty()) {
      return Text.same("");
    }
    Optional<PersonId> keeps = alert.owner().filter(owner -> isAsked(alert, people));
    if (keeps.isPresent()) {
      return new Text(
          "%s 请 %s 接手，接受前仍由 %1$s 负责".formatted(name(keeps.get()), name(people.get(0))),
          "%s asks %s to take it over; %1$s has it until that is accepted"
              .formatted(name(keeps.get()), name(people.get(0))));
    }
    boolean owned = alert.state() == AlertState.ACKNOWLEDGED;
    return each(
        language -> {
          Phrase phrase = new Phrase(language, site.get().zone(), now);
          String names =
              people.stream().map(this::name).collect(Collectors.joining(AND.in(language)));
          String promised =
              alert
                  .promisedAt()
                  .filter(at -> owned)
                  .map(at -> PROMISED.in(language).replace("{at}", phrase.of(at)))
                  .orElse("");
          return (owned ? OWNER : TO_TAKE_ON).in(language) + names + promised;
        });
  }

  private static boolean isAsked(Alert alert, List<PersonId> people) {
    return alert.offered().filter(to -> people.equals(List.of(to))).isPresent();
  }

  /** What an alert is the cause of, the first few by name; no words when there is nothing. */
  public Text effects(List<Alert> effects) {
    if (effects.isEmpty()) {
      return Text.same("");
    }
    List<Text> named = effects.stream().limit(MOST_NAMED).map(this::title).toList();
    boolean more = effects.size() > MOST_NAMED;
    return new Text(
        "受影响 %d 项：%s%s".formatted(effects.size(), joined(named, Language.ZH), more ? "…" : ""),
        "Effects (%d): %s%s"
            .formatted(effects.size(), joined(named, Language.EN), more ? "…" : ""));
  }

  private static String joined(List<Text> texts, Language language) {
    return texts.stream()
        .map(text -> text.in(language))
        .collect(Collectors.joining(language == Language.ZH ? "；" : "; "));
  }

  private String name(PersonId person) {
    Person known = site.get().people().get(person);
    return known == null ? person.value() : known.name();
  }

  private static boolean isKnown(String fact, Alert alert) {
    return fact.equals("since") || alert.evidence().facts().containsKey(fact);
  }

  private static Text mark(Alert alert) {
    return switch (alert.state()) {
      case RESOLVED -> new Text("已恢复", "Resolved");
      case WITHDRAWN -> new Text("已撤回", "Withdrawn");
      case CLOSED, FALSE_ALARM -> new Text("已关闭", "Closed");
      default -> alert.severity().label();
    };
  }

  private String fill(String template, Alert alert, Instant now, Language language) {
    Site here = site.get();
    Phrase phrase = new Phrase(language, here.zone(), now);
    return Template.fill(
        template,
        name ->
            Optional.ofNullable(alert.evidence().facts().get(name))
                .map(phrase::of)
                .or(() -> known(name, alert, phrase)));
  }

  private Optional<String> known(String name, Alert alert, Phrase phrase) {
    Language language = phrase.language();
    return switch (name) {
      case "area" -> Optional.of(area(alert).in(language));
      case "device" -> Optional.of(device(alert).in(language));
      case "since" -> Optional.of(phrase.of(alert.since()));
      case "held" -> Optional.of(phrase.of(held(alert, phrase.today())));
      default -> Optional.empty();
    };
  }

  private Text area(Alert alert) {
    Site here = site.get();
    return here.area(alert.area())
        .map(Area::name)
        .orElseGet(
            () -> isSite(alert.area().value()) ? here.name() : Text.same(alert.area().value()));
  }

  private Text device(Alert alert) {
    return site.get()
        .device(alert.device())
        .map(Device::name)
        .orElseGet(() -> isSite(alert.device().value()) ? ALL : Text.same(alert.device().value()));
  }

  /** What concerns no single area or device goes by the site's id. */
  private boolean isSite(String id) {
    return site.get().id().value().equals(id);
  }

  private static Duration held(Alert alert, Instant now) {
    return Duration.between(alert.since(), alert.resolvedAt().orElse(now));
  }

  private Optional<RuleCard> card(Alert alert) {
    return Optional.ofNullable(cards.apply(alert.rule()));
  }

  private static Map<String, Text> facts() {
    Map<String, Text> facts = new LinkedHashMap<>();
    facts.put("since", new Text("始于 {since}", "since {since}"));
    facts.put("value", new Text("数值 {value}", "value {value}"));
    facts.put("limit", new Text("限值 {limit}", "limit {limit}"));
    return facts;
  }

  private static Text each(Function<Language, String> words) {
    return new Text(words.apply(Language.ZH), words.apply(Language.EN));
  }
}
