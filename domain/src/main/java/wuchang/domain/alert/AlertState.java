package wuchang.domain.alert;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where an alert stands in its life (CONTRACT §5). */
public enum AlertState {
  OPEN,
  ACKNOWLEDGED,
  RESOLVED,
  CLOSED,
  FALSE_ALARM,
  WITHDRAWN,
  SUPPRESSED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<AlertState> of(String word) {
    return Arrays.stream(values()).filter(s -> s.word().equals(word)).findFirst();
  }

  /** Whether somebody still has to do something. */
  public boolean isStanding() {
    return this == OPEN || this == ACKNOWLEDGED;
  }

  /** Whether nothing can follow any more, but a revision. */
  public boolean isFinal() {
    return this == CLOSED || this == FALSE_ALARM || this == WITHDRAWN;
  }
}
