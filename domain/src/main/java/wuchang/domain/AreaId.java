package wuchang.domain;

/** The id of an area of a site. */
public record AreaId(String value) implements Comparable<AreaId> {
  public AreaId {
    Identifier.checked("area id", value);
  }

  public static AreaId of(String value) {
    return new AreaId(value);
  }

  @Override
  public int compareTo(AreaId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
