package wuchang.rules.kernel;

/**
 * The door of a cold unit, and the grace for loading (DOMAIN.md B2.7): when it has been open for
 * longer than a minute, 20 minutes do not count, once in two hours.
 *
 * @param since when it opened, while it is open
 * @param closed when it was last heard to be open
 * @param grace when grace was last given for an opening that is over
 */
record Door(boolean open, long since, long closed, long grace) {
  static final Door UNKNOWN = new Door(false, Phase.FROZEN, Phase.FROZEN, Phase.FROZEN);

  /** Open for longer than 60 s. */
  private static final long LOADING = 60_001;

  private static final long GRACE = 20 * 60_000L;
  private static final long ONCE_IN = 2 * 60 * 60_000L;

  Door after(long at, boolean opens) {
    long given = granted(at);
    if (opens) {
      return new Door(true, open ? since : at, at, open ? grace : given);
    }
    return new Door(false, Phase.FROZEN, open ? at : closed, given);
  }

  boolean isGrace(long at) {
    long given = granted(at);
    return given != Phase.FROZEN && at < given + GRACE;
  }

  /** Whether it was open at or after an instant. */
  boolean wasOpenSince(long instant) {
    return open || closed != Phase.FROZEN && closed >= instant;
  }

  long changes(long at) {
    long begin = open ? since + LOADING : Phase.FROZEN;
    long given = granted(at);
    long end = given == Phase.FROZEN ? Phase.FROZEN : given + GRACE;
    return Math.min(begin > at ? begin : Kind.NEVER, end > at ? end : Kind.NEVER);
  }

  /** When grace was last given, as known at an instant. */
  private long granted(long at) {
    long due = since + LOADING;
    boolean earned = open && at >= due && (grace == Phase.FROZEN || due >= grace + ONCE_IN);
    return earned ? due : grace;
  }
}
