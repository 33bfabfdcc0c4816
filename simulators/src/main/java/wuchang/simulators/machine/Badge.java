package wuchang.simulators.machine;

/** Who stands at the gate: a person's id, a card's number; either may be empty. */
record Badge(String person, String card) {
  static final Badge NOBODY = new Badge("", "");
}
