package wuchang.rules.catalogue;

/** What explains that a device is wrong for a while, so that a rule lets it pass or is milder. */
public enum Excuse {
  /** A declared or learned defrost: its time does not count. */
  DEFROST,
  /** Loading: some time after the door stood open does not count. */
  LOADING,
  /** What only looks like a defrost: a notice, until it no longer does. */
  DEFROST_SHAPE
}
