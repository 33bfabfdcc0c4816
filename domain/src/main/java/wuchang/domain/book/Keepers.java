package wuchang.domain.book;

import static wuchang.domain.site.Role.CONTRACTOR;
import static wuchang.domain.site.Role.INSPECTOR;
import static wuchang.domain.site.Role.MANAGEMENT;
import static wuchang.domain.site.Role.OPERATION;
import static wuchang.domain.site.Role.VIEWER;

import wuchang.domain.record.RecordKind;
import wuchang.domain.site.Role;

/**
 * Who keeps which records: a role and all above it, but inspectors and contractors only what is
 * said here. A contractor in its own areas.
 */
public final class Keepers {
  private Keepers() {}

  public static boolean keeps(Role role, RecordKind kind) {
    return switch (role) {
      case INSPECTOR -> kind == RecordKind.INSPECTION || weakest(kind) == VIEWER;
      case CONTRACTOR -> weakest(kind) == CONTRACTOR || weakest(kind) == VIEWER;
      default -> role.atLeast(weakest(kind));
    };
  }

  /** The weakest role that keeps it. */
  public static Role weakest(RecordKind kind) {
    return switch (kind) {
      case FEEDBACK -> VIEWER;
      case INSPECTION -> INSPECTOR;
      case VISITOR, TRAINING, MEAL_CANCELLED -> OPERATION;
      case OUTBREAK, SATISFACTION -> MANAGEMENT;
      default -> CONTRACTOR;
    };
  }
}
