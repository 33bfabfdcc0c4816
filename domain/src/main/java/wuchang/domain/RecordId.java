package wuchang.domain;

/** The id of a record that somebody keeps; it stays the same when the record is corrected. */
public record RecordId(String value) implements Comparable<RecordId> {
  public RecordId {
    Identifier.checked("record id", value);
  }

  public static RecordId of(String value) {
    return new RecordId(value);
  }

  @Override
  public int compareTo(RecordId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
