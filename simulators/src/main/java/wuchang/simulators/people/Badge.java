package wuchang.simulators.people;

/** Who stands at a gate: a person's id, a card's number; either may be empty. */
public record Badge(String person, String card) {
  public static final Badge NOBODY = new Badge("", "");
}
