package wuchang.reports;

import java.util.Optional;
import wuchang.domain.Language;
import wuchang.domain.Text;
import wuchang.domain.alert.AlertState;
import wuchang.domain.cycle.Cycle;
import wuchang.domain.finding.EvidenceState;

/** The words of the daily record in both languages. */
enum Label {
  TITLE("每日食品安全检查记录", "Daily food safety inspection record"),
  SITE("单位", "Site"),
  DATE("日期", "Date"),
  PERIOD("检查时段", "Period covered"),
  MADE_AT("生成时间", "Made at"),
  RESULT("结论", "Result"),
  ZERO_RISK(
      "零风险报告：本时段内全部设备有数据，消毒均可判定，未发现食品安全风险。",
      "Zero-risk report: every device was heard in this period, every disinfection can be judged, and no food safety risk was found."),
  PROBLEMS("本时段内发现问题 %d 项，见下表。", "Problems found in this period: %d; see below."),
  UNPROVEN(
      "未发现问题，但监测不完整，不能证明零风险。",
      "No problem was found, but monitoring was incomplete: the absence of risk is not proven."),
  UNHEARD("未收到数据的设备（未证实）：", "Devices not heard (unproven): "),
  NO_DEVICES("未配置设备。", "No devices are configured."),
  DEVICES("检查项目", "Items checked"),
  ALERTS("问题及处理", "Problems and what was done"),
  NO_ALERTS("无。", "None."),
  DEVICE("设备", "Device"),
  KIND("类型", "Kind"),
  AREA("区域", "Area"),
  STATE("检查结果", "Finding"),
  WHAT("问题", "Problem"),
  SEVERITY("风险等级", "Risk level"),
  ACTION("措施", "Measure"),
  SINCE("开始", "Since"),
  UNTIL("结束", "Until"),
  HANDLED_BY("处理人", "Handled by"),
  HANDLED_AT("接手时间", "Taken on at"),
  PROMISED_AT("整改期限", "Deadline"),
  CLOSED_AT("关闭时间", "Closed at"),
  PROGRESS("处理状态", "Progress"),
  CAUSE("原因", "Cause"),
  ONGOING("未恢复", "ongoing"),
  NOBODY("无人接手", "nobody yet"),
  CYCLES("消毒记录", "Disinfections"),
  CYCLE_COUNT("合格 %d 次，不合格 %d 次，无法证明 %d 次。", "Proven: %d, failed: %d, not to be proven: %d."),
  CYCLE_START("消毒开始", "Disinfection began"),
  CYCLE_END("消毒结束", "Disinfection ended"),
  MAXIMUM("最高温度 (℃)", "Maximum (°C)"),
  HELD("达标时长", "Time at target"),
  NEEDED("应达时长", "Time needed"),
  CYCLE_VERDICT("消毒结论", "Disinfection"),
  CYCLE_REASON("不合格原因", "Why not"),
  OFFICER("食品安全员（签名、时间）：", "Food safety officer (signature, time):"),
  DIRECTOR("食品安全总监审核（签名、时间）：", "Reviewed by the food safety director (signature, time):");

  private final Text text;

  Label(String zh, String en) {
    this.text = new Text(zh, en);
  }

  String in(Language language) {
    return text.in(language);
  }

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

  /** Proven, failed, and not to be proven: the last counts as neither. */
  static String cycles(DailyRecord made, Language language) {
    return CYCLE_COUNT
        .in(language)
        .formatted(
            made.count(Cycle.Verdict.EFFECTIVE),
            made.count(Cycle.Verdict.FAILED),
            made.count(Cycle.Verdict.UNPROVEN));
  }

  static String verdict(DailyRecord made, Language language) {
    return switch (made.verdict()) {
      case ZERO_RISK -> ZERO_RISK.in(language);
      case PROBLEMS -> PROBLEMS.in(language).formatted(made.problems().size());
      case UNPROVEN -> UNPROVEN.in(language);
    };
  }
}
