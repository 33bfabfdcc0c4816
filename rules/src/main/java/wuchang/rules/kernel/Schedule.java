package wuchang.rules.kernel;

/** Stretches of time known in advance: defrosts, nights, service windows. Starts are inside. */
public interface Schedule {
  boolean contains(long at);

  /** The next start or end after an instant; {@link Kind#NEVER} when there is none. */
  long nextChange(long after);
}
