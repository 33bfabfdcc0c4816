package wuchang.journal;

/**
 * The first byte of an observation, bit by bit. Then follow: the device, for a reading its metric,
 * the time since the observation before, the arrival likewise unless it is the same, and what the
 * bits announce. Names are numbered in the order they first appear in a batch, and stand written
 * out at that place only; a number one past the last is a new name.
 */
final class ObservationForm {
  /** No reading: the event of a gate, or a record, which has {@link #FLAWED} set, too. */
  static final int GATE = 1;

  static final int OWN_TIME = 1 << 1;
  static final int REPLAY = 1 << 2;
  static final int RETAINED = 1 << 3;

  /** The name of a flaw follows. */
  static final int FLAWED = 1 << 4;

  /** Arrived with the observation before. */
  static final int SAME_ARRIVAL = 1 << 5;

  /** The parts of a millisecond of both times follow. */
  static final int NANOS = 1 << 6;

  /** The value stands in thousandths, as a varint; otherwise as the eight bytes of a double. */
  static final int THOUSANDTHS = 1 << 7;

  /** An entry of the book of records; neither is a flaw there. */
  static final int RECORD = GATE | FLAWED;

  static final double SCALE = 1000;
  static final int NANOS_PER_MILLI = 1_000_000;

  // What a field of a record holds.
  static final int NO = 0;
  static final int YES = 1;
  static final int NUMBER = 2;
  static final int TEXT = 3;

  private ObservationForm() {}
}
