package wuchang.domain.record;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of records of CONTRACT §5. */
public enum RecordKind {
  MORNING_CHECK,
  SAMPLE,
  CALIBRATION,
  CORRECTIVE_ACTION,
  PATROL,
  INSPECTION,
  VISITOR,
  TRAINING,
  ORDER,
  BATCH,
  MEAL_CANCELLED,
  OUTBREAK,
  FEEDBACK,
  SATISFACTION,
  REPAIR,
  APPEAL;

  private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

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
