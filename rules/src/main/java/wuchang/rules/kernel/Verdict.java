package wuchang.rules.kernel;

/** What a kind says of one instant. */
public enum Verdict {
  /** Right, by the clear limit where there is one. */
  RIGHT,
  /** Neither wrong nor clearly right: between the fire and the clear limit. */
  BETWEEN,
  /** Wrong, if it lasts as long as is tolerated. */
  WRONG,
  /** Right at this very instant, and wrong from it on until heard again: silence. */
  RENEWED,
  /** Wrong, and nothing to wait for: the device itself has waited. */
  CERTAIN,
  /** Wrong, but explained for now: it is known since when, and time does not count. */
  HELD,
  /**
   * Not known: no data, or a time that does not count. Time stands still for tolerate and settle.
   */
  UNKNOWN;

  /** Whether it is wrong now, tolerated or not. */
  public boolean isWrong() {
    return this == WRONG || this == RENEWED || this == CERTAIN;
  }
}
