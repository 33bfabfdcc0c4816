package wuchang.domain.record;

import static wuchang.domain.record.RecordField.choice;
import static wuchang.domain.record.RecordField.number;
import static wuchang.domain.record.RecordField.of;
import static wuchang.domain.record.RecordField.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.domain.record.RecordField.Type;

/** The forms of all kinds: fields after DOMAIN.md A7-A31, D6 and D7. */
final class RecordForms {
  static final Map<RecordKind, RecordForm> ALL = all();

  private static final double MANY = 1_000_000;

  private RecordForms() {}

  private static Map<RecordKind, RecordForm> all() {
    Map<RecordKind, RecordForm> forms = new EnumMap<>(RecordKind.class);
    for (RecordKind kind : RecordKind.values()) {
      forms.put(kind, form(kind));
    }
    return Collections.unmodifiableMap(forms);
  }

  /** Of these fields at least one says what the record is about, where none is needed always. */
  static List<String> subject(RecordKind kind) {
    return switch (kind) {
      case SAMPLE -> List.of("dish", "meal", "sample");
      case INSPECTION -> List.of("area", "device");
      case BATCH -> List.of("food", "batch", "device");
      default -> List.of();
    };
  }

  private static RecordForm form(RecordKind kind) {
    List<RecordField> fields = new ArrayList<>(fields(kind));
    Optional<RecordLife> life = RecordLives.of(kind);
    life.ifPresent(
        states -> {
          fields.add(choice(RecordLife.STATE, states.states(), "状态", "state"));
          fields.add(of(RecordLife.DUE, Type.TIME, "办理期限", "to be done by"));
        });
    fields.add(text("note", "备注", "note"));
    return new RecordForm(kind, fields, life, kind == RecordKind.FEEDBACK);
  }

  private static List<RecordField> fields(RecordKind kind) {
    return switch (kind) {
      case MORNING_CHECK -> morningCheck();
      case SAMPLE -> sample();
      case CALIBRATION -> calibration();
      case CORRECTIVE_ACTION -> correctiveAction();
      case PATROL -> patrol();
      case INSPECTION -> inspection();
      case VISITOR -> visitor();
      case TRAINING -> training();
      case ORDER -> order();
      case BATCH -> batch();
      case MEAL_CANCELLED -> mealCancelled();
      case OUTBREAK -> outbreak();
      case FEEDBACK -> feedback();
      case SATISFACTION -> satisfaction();
      case REPAIR -> repair();
      case APPEAL -> appeal();
    };
  }

  private static RecordField area() {
    return of("area", Type.AREA, "区域", "area");
  }

  private static RecordField device() {
    return of("device", Type.DEVICE, "设备", "device");
  }

  private static RecordField person() {
    return of("person", Type.PERSON, "人员", "person");
  }

  private static RecordField alert() {
    return text("alert", "相关告警", "the alert it belongs to");
  }

  private static List<RecordField> morningCheck() {
    return List.of(
        person().required(),
        device(),
        number("temperature", 30, 45, "体温（℃）", "body temperature in °C"),
        of("healthy", Type.FLAG, "健康（无发热腹泻）", "healthy, no fever, no diarrhoea"),
        of("hands", Type.FLAG, "手部无伤口", "hands without wounds"),
        of("uniform", Type.FLAG, "着装合规", "dressed as required"));
  }

  private static List<RecordField> sample() {
    return List.of(
        choice("action", List.of("taken", "removed"), "留样或取出", "taken or removed"),
        text("sample", "留样编号", "the sample's own number"),
        text("meal", "餐次", "the meal's id"),
        text("dish", "菜品", "dish"),
        number("grams", 0, 10_000, "克重（g）", "weight in g"),
        device(),
        area());
  }

  private static List<RecordField> calibration() {
    return List.of(
        device().required(),
        number("deviation", -100, 100, "偏差（℃）", "deviation in K").required(),
        number("shown", -100, 300, "示值（℃）", "what it showed, °C"),
        text("reference", "标准器及证书", "reference instrument and certificate"),
        text("serial", "探头编号", "serial number of the probe"),
        number("left", -100, 100, "校准后偏差（℃）", "deviation after adjusting, K"),
        of("next", Type.DATE, "下次校准", "next due"));
  }

  private static List<RecordField> correctiveAction() {
    return List.of(
        device(),
        area(),
        alert(),
        text("rule", "规则", "the rule that was broken"),
        text("what", "事由经过", "what happened, from when to when").required(),
        text("food", "涉及食品", "the food concerned"),
        number("kilograms", 0, 100_000, "重量（kg）", "weight in kg"),
        text("batch", "批次", "batch"),
        choice(
            "decision",
            List.of("use", "use_now", "discard", "none"),
            "处置（继续使用/限时使用/废弃/无）",
            "use on, use now, discard, or none"),
        number("measured", -100, 300, "中心温度（℃）", "measured core temperature, °C"),
        choice(
            "cause",
            List.of("equipment", "procedure", "behaviour", "environment", "false_alarm"),
            "原因",
            "cause"),
        text("repair", "维修措施", "what was repaired"),
        text("prevention", "预防措施", "how it is prevented"),
        of("verified", Type.FLAG, "24小时后复核有效", "found effective after 24 h"));
  }

  private static List<RecordField> patrol() {
    return List.of(
        area().required(),
        device(),
        number("items", 0, MANY, "检查项数", "items looked at"),
        number("problems", 0, MANY, "问题数", "problems found"),
        choice("method", List.of("qr", "nfc", "gate", "none"), "打卡方式", "how it was checked in"));
  }

  private static List<RecordField> inspection() {
    return List.of(
        area(),
        device(),
        number("items", 0, MANY, "检查项数", "items looked at"),
        number("problems", 0, MANY, "问题数", "problems found"),
        choice("result", List.of("passed", "failed", "improve"), "结论", "result"),
        number("seed", 0, Long.MAX_VALUE, "抽查随机数", "the number of the random draw"),
        of("deadline", Type.DATE, "整改期限", "to be put right by"));
  }

  private static List<RecordField> visitor() {
    return List.of(
        of("host", Type.PERSON, "接待人", "the host").required(),
        text("name", "来访人", "the visitor"),
        text("company", "单位", "company"),
        text("purpose", "事由", "purpose"),
        text("card", "访客卡号", "number of the visitor's card"),
        of("from", Type.TIME, "有效期始", "the pass is valid from").required(),
        of("until", Type.TIME, "有效期止", "the pass is valid until").required(),
        area(),
        device());
  }

  private static List<RecordField> training() {
    return List.of(
        person().required(),
        text("topic", "内容", "topic").required(),
        number("hours", 0, 1_000, "学时", "hours"),
        of("passed", Type.FLAG, "考核合格", "passed"),
        of("mentor", Type.PERSON, "带教人", "mentor"),
        of("health-certificate", Type.DATE, "健康证有效期至", "health certificate valid until"));
  }

  private static List<RecordField> order() {
    return List.of(
        choice("purpose", List.of("goods", "maintenance"), "事由（到货/维修）", "goods or maintenance"),
        text("supplier", "供应商", "supplier"),
        of("door", Type.DEVICE, "门", "the door"),
        of("from", Type.TIME, "自", "from").required(),
        of("until", Type.TIME, "至", "until").required(),
        person(),
        area(),
        device());
  }

  private static List<RecordField> batch() {
    return List.of(
        device(),
        text("batch", "批次", "batch"),
        text("food", "食品", "food"),
        number("kilograms", 0, 100_000, "重量（kg）", "weight in kg"),
        of("begins", Type.TIME, "开始", "begins"),
        of("ends", Type.TIME, "结束", "ends"),
        area());
  }

  private static List<RecordField> mealCancelled() {
    return List.of(
        text("meal", "餐次", "the meal's id").required(),
        of("day", Type.DATE, "日期（默认当天）", "the day, if not the day it is written"),
        text("reason", "原因", "reason"),
        area(),
        device());
  }

  private static List<RecordField> outbreak() {
    return List.of(
        choice("level", List.of("none", "watch", "outbreak"), "级别", "level").required(),
        of("until", Type.DATE, "至", "until"),
        text("disease", "病种", "disease"),
        device());
  }

  private static List<RecordField> feedback() {
    return List.of(
        text("topic", "主题", "topic").required(),
        text("text", "内容", "what is said"),
        number("rating", 1, 5, "评分（1-5）", "rating, 1 to 5"),
        of("anonymous", Type.FLAG, "匿名", "without a name"),
        text("answer", "答复", "answer"),
        area(),
        device());
  }

  private static List<RecordField> satisfaction() {
    return List.of(
        text("month", "月份", "month, such as 2026-01").required(),
        number("score", 0, 100, "满意度（%）", "satisfaction in %").required(),
        number("answers", 0, MANY, "问卷数", "how many answered"),
        area(),
        device());
  }

  private static List<RecordField> repair() {
    return List.of(
        text("what", "报修内容", "what is to be repaired").required(),
        device(),
        area(),
        alert(),
        text("topic", "类别", "topic"),
        of("assignee", Type.PERSON, "维修人", "who repairs it"),
        text("result", "处理结果", "what was done"),
        number("cost", 0, 100_000_000, "费用（元）", "cost in yuan"),
        of("satisfied", Type.FLAG, "回访满意", "content at the follow-up"));
  }

  private static List<RecordField> appeal() {
    return List.of(
        text("reason", "申诉理由", "reason").required(),
        text("month", "月份", "the month that was scored"),
        alert(),
        person(),
        text("answer", "答复", "answer"),
        area(),
        device());
  }
}
