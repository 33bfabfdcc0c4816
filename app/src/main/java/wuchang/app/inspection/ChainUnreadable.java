package wuchang.app.inspection;

/** A file that is no export of chained records. */
public final class ChainUnreadable extends Exception {
  private static final long serialVersionUID = 1;

  ChainUnreadable(String message) {
    super(message);
  }
}
