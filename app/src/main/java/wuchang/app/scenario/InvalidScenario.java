package wuchang.app.scenario;

import java.util.List;

/** A scenario that cannot be used: every fault as {@code FILE:LINE:COL: …}. */
public final class InvalidScenario extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<String> faults;

  InvalidScenario(List<String> faults) {
    super(String.join(System.lineSeparator(), faults));
    this.faults = List.copyOf(faults);
  }

  public List<String> faults() {
    return faults;
  }
}
