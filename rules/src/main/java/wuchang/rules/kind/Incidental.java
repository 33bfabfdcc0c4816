package wuchang.rules.kind;

import wuchang.domain.finding.Evidence;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/**
 * A kind about what happens at a gate in an instant; what happened stands for a while.
 *
 * @param <S> what it remembers
 */
interface Incidental<S> extends Kind<S> {
  /** What happened last. */
  Incident incident(S state);

  /** For how long it stands, in milliseconds. */
  long lasts();

  @Override
  default boolean holdsForever() {
    return true;
  }

  @Override
  default Verdict verdict(S state, long at) {
    return incident(state).verdict(at, lasts());
  }

  @Override
  default long since(S state, long at) {
    return incident(state).since();
  }

  @Override
  default long changes(S state, long at) {
    return incident(state).over(at, lasts());
  }

  @Override
  default Evidence evidence(S state, long at) {
    return incident(state).evidence();
  }
}
