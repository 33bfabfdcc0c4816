package wuchang.domain.record;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import wuchang.domain.Text;

/** The kinds of records of CONTRACT §5. */
public enum RecordKind {
  MORNING_CHECK("晨检", "Morning check"),
  SAMPLE("留样", "Food sample"),
  CALIBRATION("校准", "Calibration"),
  CORRECTIVE_ACTION("纠正措施", "Corrective action"),
  PATROL("巡查", "Patrol"),
  INSPECTION("督查", "Inspection"),
  VISITOR("来访登记", "Visitor"),
  TRAINING("培训带教", "Training"),
  ORDER("采购收货", "Order"),
  BATCH("批次", "Batch"),
  MEAL_CANCELLED("停餐", "Meal cancelled"),
  OUTBREAK("疑似食源性事件", "Suspected outbreak"),
  FEEDBACK("意见反馈", "Feedback"),
  SATISFACTION("满意度调查", "Satisfaction survey"),
  REPAIR("报修", "Repair"),
  APPEAL("申诉", "Appeal");

  private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');
  private final Text label;

  RecordKind(String zh, String en) {
    this.label = new Text(zh, en);
  }

  /** What people call it. */
  public Text label() {
    return label;
  }

  /** As it stands in addresses and files: {@code morning-check}. */
  public String word() {
    return word;
  }

  public static Optional<RecordKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }

  /** Whether it says something of a person that is not everybody's business. */
  public boolean isPersonal() {
    return switch (this) {
      case MORNING_CHECK, VISITOR, TRAINING, APPEAL -> true;
      default -> false;
    };
  }
}
