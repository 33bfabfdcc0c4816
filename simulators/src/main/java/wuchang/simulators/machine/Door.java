package wuchang.simulators.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import wuchang.simulators.kitchen.Dice;
import wuchang.simulators.mishap.ColdMishap;
import wuchang.simulators.mishap.Mishap;

/**
 * A door that people open now and then for a while. Openings are so many an hour, each independent
 * of the last; most last some seconds, a few much longer.
 *
 * @param open from when until when it is open, if it is
 */
record Door(Optional<Opening> open) {
  static final Door CLOSED = new Door(Optional.empty());

  /** How long a hand takes to fetch something: half of them up to 9 s, one in forty over 30 s. */
  private static final double MEDIAN_SECONDS = 9;

  private static final double SIGMA = 0.65;

  record Opening(Instant from, Instant until) {}

  /**
   * A step of the door.
   *
   * @param share the part of the step that it was open
   */
  record Swing(Door door, double share, List<Saying> sayings) {}

  boolean isOpen() {
    return open.isPresent();
  }

  /** Lets people open it so many times an hour for as long as a hand takes. */
  Swing next(Moment moment, double perHour, RandomGenerator random) {
    boolean opens = open.isEmpty() && Dice.happens(random, perHour, moment.seconds());
    Optional<Opening> wanted =
        opens
            ? Optional.of(opening(moment, Dice.longTailed(random, MEDIAN_SECONDS, SIGMA), random))
            : Optional.empty();
    return swing(moment, wanted);
  }

  /** Opens it now for that long, if it is closed. */
  Swing openedFor(Moment moment, double seconds, RandomGenerator random) {
    return swing(
        moment, open.isEmpty() ? Optional.of(opening(moment, seconds, random)) : Optional.empty());
  }

  private static Opening opening(Moment moment, double seconds, RandomGenerator random) {
    long millis = moment.step().toMillis();
    Instant from = moment.before().plusMillis(1 + (long) (random.nextDouble() * (millis - 1)));
    return new Opening(from, from.plusMillis(Math.max(500, Math.round(seconds * 1000))));
  }

  private Swing swing(Moment moment, Optional<Opening> wanted) {
    List<Saying> sayings = new ArrayList<>(0);
    Optional<Opening> is = open;
    Optional<Mishap> left = moment.troubles().find(ColdMishap.DOOR_LEFT_OPEN);
    if (left.isPresent()) {
      is = Optional.of(leftOpen(is, left.get(), moment));
    } else if (is.isEmpty()) {
      is = wanted;
    }
    if (open.isEmpty() && is.isPresent()) {
      sayings.add(Saying.door(is.get().from(), true));
    }
    double share = is.map(o -> share(o, moment)).orElse(0.0);
    if (is.isPresent() && !is.get().until().isAfter(moment.now())) {
      sayings.add(Saying.door(is.get().until(), false));
      is = Optional.empty();
    }
    return new Swing(is.equals(open) ? this : new Door(is), share, sayings);
  }

  /** Whoever had it open, or opens it now, walks away: it stays open to the mishap's end. */
  private static Opening leftOpen(Optional<Opening> is, Mishap mishap, Moment moment) {
    Instant onset = mishap.onset();
    Instant from = onset.isBefore(moment.before()) ? moment.before().plusMillis(1) : onset;
    return new Opening(is.map(Opening::from).orElse(from), mishap.end());
  }

  private static double share(Opening opening, Moment moment) {
    Instant from = opening.from().isAfter(moment.before()) ? opening.from() : moment.before();
    Instant until = opening.until().isBefore(moment.now()) ? opening.until() : moment.now();
    double open = Duration.between(from, until).toNanos();
    return Math.max(0, Math.min(1, open / moment.step().toNanos()));
  }
}
