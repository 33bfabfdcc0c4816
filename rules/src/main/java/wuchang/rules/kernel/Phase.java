package wuchang.rules.kernel;

/** How far a tier has come between calm and firing; immutable. */
sealed interface Phase {
  /** Marks a clock that stands still. */
  long FROZEN = Long.MIN_VALUE;

  Phase CALM = new Calm();

  record Calm() implements Phase {}

  /**
   * Wrong, but tolerated so far.
   *
   * @param held for how long it was proven wrong up to {@code from}
   * @param from since when the clock runs, or {@link #FROZEN}
   */
  record Pending(long since, long held, long from) implements Phase {}

  /**
   * Wrong for as long as is tolerated.
   *
   * @param calmSince since when it has been right again, or {@link #FROZEN}
   * @param calmHeld for how long it was proven right up to {@code calmFrom}
   * @param calmFrom since when the clock of settling runs, or {@link #FROZEN}
   */
  record Firing(long since, long raisedAt, long calmSince, long calmHeld, long calmFrom)
      implements Phase {
    static Firing raised(long since, long raisedAt) {
      return new Firing(since, raisedAt, FROZEN, 0, FROZEN);
    }

    Firing unsettled() {
      return calmSince == FROZEN ? this : raised(since, raisedAt);
    }
  }
}
