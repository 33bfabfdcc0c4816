package wuchang.simulators.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wuchang.simulators.kitchen.Bustle;
import wuchang.simulators.kitchen.Kitchen;

/** The hours in which something begins to go wrong. */
public enum Hours {
  ANY,
  /** While somebody works there. */
  WORKING,
  /** While nobody is there. */
  CLOSED,
  PREPARING,
  SERVING,
  CLEANING,
  /** Some three hours before a meal is served, when everything is made ready. */
  BEFORE_SERVICE,
  /** By the calendar. */
  NIGHT;

  private static final Duration AHEAD = Duration.ofMinutes(185);
  private static final Duration NOT_YET = Duration.ofMinutes(150);

  /** All words, as scenarios say them. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Hours::word).toList();
  }

  public static Optional<Hours> of(String word) {
    return Arrays.stream(values()).filter(hours -> hours.word().equals(word)).findFirst();
  }

  boolean has(Kitchen kitchen, Instant at) {
    return switch (this) {
      case ANY -> true;
      case WORKING -> kitchen.bustle(at) != Bustle.CLOSED;
      case CLOSED -> kitchen.bustle(at) == Bustle.CLOSED;
      case PREPARING -> kitchen.bustle(at) == Bustle.PREPARING;
      case SERVING -> kitchen.bustle(at) == Bustle.SERVING;
      case CLEANING -> kitchen.bustle(at) == Bustle.CLEANING;
      case BEFORE_SERVICE ->
          kitchen.bustle(at.plus(AHEAD)) == Bustle.SERVING
              && kitchen.bustle(at.plus(NOT_YET)) != Bustle.SERVING;
      case NIGHT -> kitchen.calendar().isNight(at.atZone(kitchen.zone()));
    };
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
