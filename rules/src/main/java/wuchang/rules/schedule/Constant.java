package wuchang.rules.schedule;

import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Schedule;

/** All of the time, or none of it. */
public enum Constant implements Schedule {
  ALWAYS,
  NEVER;

  @Override
  public boolean contains(long at) {
    return this == ALWAYS;
  }

  @Override
  public long nextChange(long after) {
    return Kind.NEVER;
  }
}
