package wuchang.domain;

/** The id of a rule, such as {@code FRG-01}. */
public record RuleId(String value) implements Comparable<RuleId> {
  public RuleId {
    Identifier.checked("rule id", value);
  }

  public static RuleId of(String value) {
    return new RuleId(value);
  }

  @Override
  public int compareTo(RuleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
