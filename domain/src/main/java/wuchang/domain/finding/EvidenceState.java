package wuchang.domain.finding;

import java.util.Collection;
import java.util.Locale;

/** What can be said of a rule on a device at an instant. No data is never compliant. */
public enum EvidenceState {
  COMPLIANT,
  BREACH,
  UNPROVEN;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What several rules say together: a breach of one, else what one cannot prove. */
  public static EvidenceState overall(Collection<EvidenceState> states) {
    if (states.contains(BREACH)) {
      return BREACH;
    }
    return states.isEmpty() || states.contains(UNPROVEN) ? UNPROVEN : COMPLIANT;
  }
}
