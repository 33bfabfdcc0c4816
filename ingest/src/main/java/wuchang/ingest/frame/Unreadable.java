package wuchang.ingest.frame;

import wuchang.domain.reading.Rejected.Reason;

/** A payload that is not what its format says: the device's fault, with what was expected. */
public final class Unreadable extends Exception {
  private static final long serialVersionUID = 1;

  private final Reason reason;

  public Unreadable(Reason reason, String detail) {
    super(detail, null, false, false); // a value in disguise: nobody looks at its stack
    this.reason = reason;
  }

  /** Bytes that do not decode. */
  public static Unreadable frame(String detail) {
    return new Unreadable(Reason.DECODE_FAILED, detail);
  }

  public Reason reason() {
    return reason;
  }

  /** What was wrong and what was expected. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
