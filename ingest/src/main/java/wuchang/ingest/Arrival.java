package wuchang.ingest;

/** A message that waits to be journalled, and how it is answered then. */
public record Arrival(Incoming incoming, Receipt receipt) {
  private static final int OVERHEAD_BYTES = 512;

  /** About what it takes in memory. */
  int weight() {
    return OVERHEAD_BYTES + incoming.payload().length;
  }
}
