package wuchang.simulators.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wuchang.simulators.kitchen.Bustle;

/** The hours in which something goes wrong. */
public enum Hours {
  ANY,
  /** While somebody works there. */
  WORKING,
  /** While nobody is there. */
  CLOSED;

  /** All words, as scenarios say them. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Hours::word).toList();
  }

  public static Optional<Hours> of(String word) {
    return Arrays.stream(values()).filter(hours -> hours.word().equals(word)).findFirst();
  }

  boolean has(Bustle bustle) {
    return this == ANY || (this == CLOSED) == (bustle == Bustle.CLOSED);
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
