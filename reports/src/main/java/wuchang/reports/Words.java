package wuchang.reports;

import java.util.List;
import java.util.Optional;
import wuchang.domain.Text;
import wuchang.domain.alert.AlertState;
import wuchang.domain.finding.EvidenceState;

/** Words that several documents use, in both languages. */
final class Words {
  static final Text SITE = new Text("单位", "Site");
  static final Text PERIOD = new Text("时段", "Period covered");
  static final Text MADE_AT = new Text("生成时间", "Made at");
  static final Text REMARKS = new Text("备注：", "Remarks:");
  static final Text OFFICER = new Text("食品安全员（签名、时间）：", "Food safety officer (signature, time):");
  static final Text DIRECTOR =
      new Text("食品安全总监审核（签名、时间）：", "Reviewed by the food safety director (signature, time):");
  static final Text CONTRACTORS_DIRECTOR =
      new Text(
          "承包方食品安全总监（如有，签名、时间）：",
          "The contractor's food safety director, if any (signature, time):");
  static final Text HEAD = new Text("主要负责人（签名、时间）：", "Head of the organisation (signature, time):");

  /** Who signs, the remarks first. */
  static final List<Text> SIGNATURES =
      List.of(REMARKS, OFFICER, DIRECTOR, CONTRACTORS_DIRECTOR, HEAD);

  private Words() {}

  static Text of(EvidenceState state) {
    return switch (state) {
      case COMPLIANT -> new Text("合格", "Compliant");
      case BREACH -> new Text("不合格", "Breach");
      case UNPROVEN -> new Text("未证实", "Unproven");
    };
  }

  static Text of(AlertState state) {
    return switch (state) {
      case OPEN -> new Text("待处理", "Open");
      case ACKNOWLEDGED -> new Text("处理中", "Acknowledged");
      case RESOLVED -> new Text("已恢复", "Resolved");
      case CLOSED -> new Text("已关闭", "Closed");
      case FALSE_ALARM -> new Text("误报", "False alarm");
      case WITHDRAWN -> new Text("已撤回", "Withdrawn");
      case SUPPRESSED -> new Text("已抑制", "Suppressed");
    };
  }

  /** A cause by its word; one that is not known stands as it was written. */
  static Text cause(Optional<String> word) {
    return switch (word.orElse("")) {
      case "equipment" -> new Text("设备", "Equipment");
      case "procedure" -> new Text("流程", "Procedure");
      case "behaviour" -> new Text("行为", "Behaviour");
      case "environment" -> new Text("环境", "Environment");
      case "false_alarm" -> new Text("误报", "False alarm");
      default -> Text.same(word.orElse(""));
    };
  }
}
