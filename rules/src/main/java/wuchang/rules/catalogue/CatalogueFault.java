package wuchang.rules.catalogue;

/**
 * A catalogue file says something that cannot be understood; names the file, the rule and the key.
 */
public final class CatalogueFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CatalogueFault(String where, String what) {
    super(where + ": " + what);
  }
}
