package wuchang.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How much a finding matters, from the daily list to the night call (DOMAIN.md B2.8). Ordered from
 * weakest to strongest, so {@link #compareTo} compares urgency.
 */
public enum Severity {
  NOTICE(new Text("提示", "Notice")),
  WARNING(new Text("警告", "Warning")),
  MAJOR(new Text("重大", "Major")),
  CRITICAL(new Text("紧急", "Critical"));

  private final Text label;

  Severity(Text label) {
    this.label = label;
  }

  public Text label() {
    return label;
  }

  /** The lower-case word used in configuration, JSON, CSV and SQL. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Severity> of(String word) {
    return Arrays.stream(values()).filter(s -> s.word().equals(word)).findFirst();
  }

  public boolean atLeast(Severity other) {
    return compareTo(other) >= 0;
  }

  /** A page wakes somebody: major and critical do, the others wait for the list. */
  public boolean pages() {
    return atLeast(MAJOR);
  }
}
