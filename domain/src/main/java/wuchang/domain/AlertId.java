package wuchang.domain;

/**
 * The id of an alert; made from rule, device and start, so that judging again names the same alert.
 */
public record AlertId(String value) implements Comparable<AlertId> {
  public AlertId {
    Identifier.checked("alert id", value);
  }

  public static AlertId of(String value) {
    return new AlertId(value);
  }

  @Override
  public int compareTo(AlertId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
