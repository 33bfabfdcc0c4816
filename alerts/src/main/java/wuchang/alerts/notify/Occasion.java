package wuchang.alerts.notify;

import java.util.stream.Stream;

/**
 * What a notification is about and in which round of the alert's life; together with alert and
 * channel it is said once. Written {@code opened}, {@code worsened:critical}, {@code repeat:3};
 * from the second round on with the round behind it: {@code resolved#2}.
 */
record Occasion(String word, int round) {
  static final String OPENED = "opened";
  static final String REOPENED = "reopened";
  static final String RESOLVED = "resolved";
  static final String CLOSED = "closed";
  static final String WITHDRAWN = "withdrawn";
  static final String REPEAT = "repeat:";
  static final String REMINDER = "reminder:";
  static final String ESCALATED = "escalated:";
  static final String OVERDUE = "overdue:";
  static final String HAND_OVER = "hand_over:";
  static final String DECLINED = "hand_over_declined:";
  static final String AFFECTED = "affected:";

  static Occasion parse(String step) {
    int mark = step.lastIndexOf('#');
    return mark < 0
        ? new Occasion(step, 1)
        : new Occasion(step.substring(0, mark), Integer.parseInt(step.substring(mark + 1)));
  }

  /** Whether it told that nothing has to be done any more. */
  boolean isEnd() {
    return word.equals(RESOLVED) || word.equals(CLOSED) || word.equals(WITHDRAWN);
  }

  /** Whether it only tells of time that has passed. */
  boolean isAgain() {
    return Stream.of(REPEAT, REMINDER, ESCALATED, OVERDUE).anyMatch(word::startsWith);
  }

  @Override
  public String toString() {
    return round == 1 ? word : word + "#" + round;
  }
}
