package wuchang.simulators.csv;

import java.util.List;

/**
 * A file is no file of readings; each fault is {@code FILE:LINE: what is wrong, and what was
 * expected}.
 */
public final class InvalidReadings extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final List<String> faults;

  InvalidReadings(List<String> faults) {
    super(String.join(System.lineSeparator(), faults));
    this.faults = List.copyOf(faults);
  }

  public List<String> faults() {
    return faults;
  }
}
