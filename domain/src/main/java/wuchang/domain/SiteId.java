package wuchang.domain;

/** The id of a site, as it stands in topics and labels. */
public record SiteId(String value) implements Comparable<SiteId> {
  public SiteId {
    Identifier.checked("site id", value);
  }

  public static SiteId of(String value) {
    return new SiteId(value);
  }

  @Override
  public int compareTo(SiteId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
