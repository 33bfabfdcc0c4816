package wuchang.rules.kind;

import wuchang.domain.finding.Evidence;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/**
 * Something that happened at an instant and is wrong for a while after it. What happens meanwhile
 * belongs to it.
 *
 * @param since when it happened first
 * @param last when it happened last
 * @param who by whom first: an id, or empty
 * @param count how often
 */
public record Incident(long since, long last, String who, int count) {
  public static final Incident NONE = new Incident(Long.MIN_VALUE, Long.MIN_VALUE, "", 0);

  boolean isNone() {
    return count == 0;
  }

  /** The same, once more, if it has not been over for that long. */
  Incident again(long at, String by, long lasts) {
    return stands(at, lasts)
        ? new Incident(since, at, who, count + 1)
        : new Incident(at, at, by, 1);
  }

  boolean stands(long at, long lasts) {
    return !isNone() && at < last + lasts;
  }

  Verdict verdict(long at, long lasts) {
    return stands(at, lasts) ? Verdict.CERTAIN : Verdict.RIGHT;
  }

  long over(long at, long lasts) {
    return stands(at, lasts) ? last + lasts : Kind.NEVER;
  }

  /** How often, and by whom first where that is known. */
  Evidence evidence() {
    Evidence evidence = Evidence.NONE.with("count", count);
    return who.isEmpty() ? evidence : evidence.with("person", who);
  }
}
