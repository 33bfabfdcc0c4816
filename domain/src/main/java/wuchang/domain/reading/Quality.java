package wuchang.domain.reading;

import java.util.Locale;

/**
 * How far a value can be believed. Bad values are kept, but no rule but sensor health sees them.
 */
public enum Quality {
  GOOD,
  SUSPECT,
  BAD;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
