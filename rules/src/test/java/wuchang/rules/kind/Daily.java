package wuchang.rules.kind;

import static wuchang.rules.kind.Told.DAY;

import wuchang.rules.kernel.Schedule;

/** A stretch of every day, in milliseconds after midnight; its end excluded. */
record Daily(long from, long until) implements Schedule {
  @Override
  public boolean contains(long at) {
    long time = Math.floorMod(at, DAY);
    return time >= from && time < until;
  }

  @Override
  public long nextChange(long after) {
    long time = Math.floorMod(after, DAY);
    return after - time + (time < from ? from : time < until ? until : DAY + from);
  }
}
