package wuchang.rules.kind;

import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Schedule;

/** One stretch of time, its end excluded. */
record Hours(long from, long until) implements Schedule {
  @Override
  public boolean contains(long at) {
    return at >= from && at < until;
  }

  @Override
  public long nextChange(long after) {
    return after < from ? from : after < until ? until : Kind.NEVER;
  }
}
