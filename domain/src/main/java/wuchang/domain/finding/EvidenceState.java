package wuchang.domain.finding;

import java.util.Locale;

/** What can be said of a rule on a device at an instant. No data is never compliant. */
public enum EvidenceState {
  COMPLIANT,
  BREACH,
  UNPROVEN;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
