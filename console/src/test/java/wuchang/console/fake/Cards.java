package wuchang.console.fake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import wuchang.console.parts.AlertWords;
import wuchang.domain.Principle;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.Text;
import wuchang.domain.alert.Alert;
import wuchang.domain.finding.RuleCard;

/** Some rules by their cards, and words from them. */
public final class Cards implements AlertWords, Function<RuleId, Optional<RuleCard>> {
  private static final Map<RuleId, RuleCard> CARDS =
      List.of(
              card(
                  "FRG-01",
                  Severity.MAJOR,
                  new Text("冷藏超温", "Fridge too warm"),
                  new Text(
                      "检查柜门与密封条，转移易腐食品到备用冷柜，用中心温度计复测并记录，30分钟内不恢复则报修",
                      "Check door and gasket, move perishable food, probe and record; repair if no"
                          + " recovery in 30 min")),
              card(
                  "DOOR-01",
                  Severity.WARNING,
                  new Text("冷柜门未关", "Fridge door left open"),
                  new Text("关门", "Close the door")),
              card(
                  "GAT-02",
                  Severity.CRITICAL,
                  new Text("强行开门", "Forced open"),
                  new Text("到场核查", "Go and check")),
              card(
                  "ELE-03",
                  Severity.WARNING,
                  new Text("过载", "Overload"),
                  new Text("停用部分设备", "Shed load")),
              card(
                  "SEN-01",
                  Severity.WARNING,
                  new Text("设备失联", "Offline"),
                  new Text("人工测温每2小时记录", "Manual log every 2 h")))
          .stream()
          .collect(Collectors.toMap(RuleCard::id, Function.identity()));

  private static RuleCard card(String id, Severity severity, Text name, Text action) {
    return new RuleCard(
        RuleId.of(id),
        Principle.STANDARDISE,
        severity,
        name,
        new Text("{area}{device}" + name.zh() + "。", name.en() + ": {device} in {area}."),
        action,
        "E");
  }

  @Override
  public Optional<RuleCard> apply(RuleId rule) {
    return Optional.ofNullable(CARDS.get(rule));
  }

  @Override
  public Text title(Alert alert) {
    return apply(alert.rule()).map(RuleCard::name).orElse(Text.same(alert.rule().value()));
  }

  @Override
  public Text sentence(Alert alert) {
    Text name = title(alert);
    return new Text(
        alert.device() + "：" + name.zh() + "。", name.en() + ": " + alert.device() + ".");
  }

  @Override
  public Text action(Alert alert) {
    return apply(alert.rule()).map(RuleCard::action).orElse(Text.same("-"));
  }
}
