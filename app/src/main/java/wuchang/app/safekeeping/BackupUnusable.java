package wuchang.app.safekeeping;

/** A file that is no backup, or not whole, or not of this site. The message names the file. */
public final class BackupUnusable extends Exception {
  private static final long serialVersionUID = 1;

  BackupUnusable(String message) {
    super(message);
  }
}
