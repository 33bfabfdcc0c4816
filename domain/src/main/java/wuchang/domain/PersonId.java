package wuchang.domain;

/** The id of a person in the configuration or of an account. */
public record PersonId(String value) implements Comparable<PersonId> {
  public PersonId {
    Identifier.checked("person id", value);
  }

  public static PersonId of(String value) {
    return new PersonId(value);
  }

  @Override
  public int compareTo(PersonId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
