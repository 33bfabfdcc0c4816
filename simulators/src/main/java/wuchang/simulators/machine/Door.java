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

  /** After so long somebody sees that a door is ajar: less than two minutes. */
  private static final long NOTICED_SECONDS = 100;

  record Opening(Instant from, Instant until) {}

  /**
   * A step of the door.
   *
   * @param share the part of the step that it was open
   */
  record Swing(Door door, double share, List<Saying> sayings) {
    /** This, and then another one in the same step. */
    private Swing and(Swing later) {
      List<Saying> all = new ArrayList<>(sayings);
      all.addAll(later.sayings);
      return new Swing(later.door, Math.min(1, share + later.share), all);
    }
  }

  boolean isOpen() {
    return open.isPresent();
  }

  /**
   * How it is used.
   *
   * @param perHour openings while it is closed
   * @param slowness how much longer than usual it is held open
   */
  record Hands(double perHour, double slowness) {}

  /** Lets people open it so many times an hour for as long as a hand takes, once in a step. */
  Swing next(Moment moment, double perHour, RandomGenerator random) {
    Optional<Opening> wanted =
        open.isEmpty() ? wanted(moment, moment.before(), new Hands(perHour, 1), random) : open;
    return swing(moment, wanted);
  }

  /** Lets people use it so; in a long step it may open several times. */
  Swing next(Moment moment, Hands hands, RandomGenerator random) {
    Swing swing =
        swing(moment, open.isEmpty() ? wanted(moment, moment.before(), hands, random) : open);
    while (!swing.door().isOpen() && !swing.sayings().isEmpty()) {
      Instant shut = swing.sayings().get(swing.sayings().size() - 1).at();
      Optional<Opening> again = wanted(moment, shut, hands, random);
      if (again.isEmpty()) {
        return swing;
      }
      swing = swing.and(CLOSED.swing(moment, again));
    }
    return swing;
  }

  /** Opens it now for that long, if it is closed. */
  Swing openedFor(Moment moment, double seconds, RandomGenerator random) {
    return swing(
        moment,
        open.isEmpty() ? Optional.of(opening(moment, moment.before(), seconds, random)) : open);
  }

  private static Optional<Opening> wanted(
      Moment moment, Instant since, Hands hands, RandomGenerator random) {
    double left = since == moment.before() ? moment.seconds() : seconds(since, moment.now());
    if (!Dice.happens(random, hands.perHour(), left)) {
      return Optional.empty();
    }
    double held = hands.slowness() * Dice.longTailed(random, MEDIAN_SECONDS, SIGMA);
    return Optional.of(opening(moment, since, held, random));
  }

  private static Opening opening(
      Moment moment, Instant since, double seconds, RandomGenerator random) {
    long millis = Math.max(1, Duration.between(since, moment.now()).toMillis());
    Instant from = since.plusMillis(1 + (long) (random.nextDouble() * (millis - 1)));
    return new Opening(from, from.plusMillis(Math.max(500, Math.round(seconds * 1000))));
  }

  private Swing swing(Moment moment, Optional<Opening> wanted) {
    Optional<Opening> is = forced(moment, wanted);
    if (is.isEmpty()) {
      return open.isEmpty() ? new Swing(this, 0, List.of()) : new Swing(CLOSED, 0, List.of());
    }
    List<Saying> sayings = new ArrayList<>(2);
    if (open.isEmpty()) {
      sayings.add(Saying.door(is.get().from(), true));
    }
    double share = share(is.get(), moment);
    if (is.get().until().isAfter(moment.now())) {
      return new Swing(is.equals(open) ? this : new Door(is), share, sayings);
    }
    sayings.add(Saying.door(is.get().until(), false));
    return new Swing(CLOSED, share, sayings);
  }

  /** Somebody walks away from it, does not shut it well, or props it open to clean. */
  private Optional<Opening> forced(Moment moment, Optional<Opening> wanted) {
    for (Mishap mishap : moment.troubles().active()) {
      Instant until = stays(mishap);
      if (until.isAfter(mishap.onset()) && until.isAfter(moment.before())) {
        return Optional.of(leftOpen(wanted, mishap.onset(), until, moment));
      }
    }
    return wanted;
  }

  /** Until when a mishap leaves the door open; its onset when it does not. */
  private static Instant stays(Mishap mishap) {
    if (mishap.kind() == ColdMishap.DOOR_LEFT_OPEN
        || mishap.kind() == ColdMishap.SWITCHED_OFF_TO_CLEAN) {
      return mishap.end();
    }
    Instant seen = mishap.onset().plusSeconds(NOTICED_SECONDS);
    return mishap.kind() == ColdMishap.DOOR_AJAR
        ? (seen.isBefore(mishap.end()) ? seen : mishap.end())
        : mishap.onset();
  }

  /** Whoever had it open, or opens it now, leaves it: it stays open so long. */
  private static Opening leftOpen(
      Optional<Opening> is, Instant onset, Instant until, Moment moment) {
    Instant from = onset.isBefore(moment.before()) ? moment.before().plusMillis(1) : onset;
    return new Opening(is.map(Opening::from).filter(at -> at.isBefore(from)).orElse(from), until);
  }

  private static double share(Opening opening, Moment moment) {
    Instant from = opening.from().isAfter(moment.before()) ? opening.from() : moment.before();
    Instant until = opening.until().isBefore(moment.now()) ? opening.until() : moment.now();
    return Math.max(0, Math.min(1, seconds(from, until) / moment.seconds()));
  }

  private static double seconds(Instant from, Instant until) {
    return (until.getEpochSecond() - from.getEpochSecond())
        + (until.getNano() - from.getNano()) / 1e9;
  }
}
