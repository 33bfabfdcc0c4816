package wuchang.simulators.machine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.GateEvent.What;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Provenance;
import wuchang.simulators.kitchen.ByBustle;
import wuchang.simulators.kitchen.Dice;
import wuchang.simulators.mishap.GateMishap;
import wuchang.simulators.mishap.Mishap;

/**
 * A gate that staff pass: each comes some time after the work begins, goes out and in again now and
 * then, and leaves soon after it ends. To come in is granted by card; to go out is a request to
 * exit. The door opens within two seconds and is shut again within ten.
 *
 * @param inside who is in
 * @param coming what will be said, in the order of time
 * @param handled the onset of the newest mishap that was acted
 */
record AccessGate(
    GateBuild build, Set<Badge> inside, List<Saying> coming, boolean open, Instant handled)
    implements Machine {
  /** How often an hour each who is out comes in, and each who is in goes out. */
  private static final ByBustle COMES_IN = new ByBustle(0.004, 3, 4, 4, 3);

  private static final ByBustle GOES_OUT = new ByBustle(6, 1.2, 0.6, 0.5, 0.8);

  /** Strangers and worn cards, an hour. */
  private static final ByBustle DENIED = new ByBustle(0.005, 0.05, 0.04, 0.08, 0.04);

  AccessGate {
    inside = Set.copyOf(inside);
    coming = List.copyOf(coming);
  }

  static AccessGate closed(GateBuild build) {
    return new AccessGate(build, Set.of(), List.of(), false, Instant.MIN);
  }

  @Override
  public Turn next(Moment moment, RandomGenerator random) {
    List<Saying> planned = new ArrayList<>(coming);
    Set<Badge> within = new HashSet<>(inside);
    Instant acted = act(moment, planned, random);
    if (planned.isEmpty()) {
      somebodyPasses(moment, planned, within, random);
    }
    planned.sort(Comparator.comparing(Saying::at));
    List<Saying> now = planned.stream().filter(s -> !s.at().isAfter(moment.now())).toList();
    List<Saying> later = planned.subList(now.size(), planned.size());
    return new Turn(new AccessGate(build, within, later, opened(now), acted), now);
  }

  private boolean opened(List<Saying> now) {
    boolean state = open;
    for (Saying saying : now) {
      if (saying instanceof Saying.Event happened) {
        What what = happened.event().what();
        state = what == What.DOOR_OPEN || state && what != What.DOOR_CLOSED;
      }
    }
    return state;
  }

  private void somebodyPasses(
      Moment moment, List<Saying> planned, Set<Badge> within, RandomGenerator random) {
    double in = COMES_IN.at(moment.bustle());
    double out = GOES_OUT.at(moment.bustle());
    Instant at = moment.before().plusMillis(1 + random.nextLong(moment.step().toMillis()));
    for (Badge badge : build.staff()) {
      boolean isIn = within.contains(badge);
      if (planned.isEmpty() && Dice.happens(random, isIn ? out : in, moment.seconds())) {
        planned.add(isIn ? said(at, What.REX, Badge.NOBODY, "out") : granted(at, badge));
        passage(at, planned, random);
        if (isIn) {
          within.remove(badge);
        } else {
          within.add(badge);
        }
      }
    }
    if (planned.isEmpty() && Dice.happens(random, DENIED.at(moment.bustle()), moment.seconds())) {
      String card = String.format(Locale.ROOT, "%010d", random.nextLong(10_000_000_000L));
      planned.add(said(at, What.DENIED, new Badge("", card), "in"));
    }
  }

  private void passage(Instant at, List<Saying> planned, RandomGenerator random) {
    Instant opens = at.plusMillis(Math.round(Dice.between(random, 400, 2_000)));
    Instant shuts = opens.plusMillis(Math.round(Dice.between(random, 3_000, 8_000)));
    planned.add(said(opens, What.DOOR_OPEN, Badge.NOBODY, ""));
    planned.add(said(shuts, What.DOOR_CLOSED, Badge.NOBODY, ""));
  }

  /** Plays a mishap that is new; its onset. What was coming gives way to it. */
  private Instant act(Moment moment, List<Saying> planned, RandomGenerator random) {
    Optional<Mishap> mishap =
        moment
            .troubles()
            .find(GateMishap.FORCED_OPEN)
            .or(() -> moment.troubles().find(GateMishap.HELD_OPEN))
            .filter(m -> m.onset().isAfter(handled));
    if (mishap.isPresent()) {
      Mishap now = mishap.get();
      Instant onset = now.onset().isAfter(moment.before()) ? now.onset() : moment.now();
      planned.clear();
      if (now.kind() == GateMishap.FORCED_OPEN) {
        forceOpen(onset, planned);
      } else {
        holdOpen(onset, now.end(), planned, random);
      }
      planned.add(said(now.end(), What.DOOR_CLOSED, Badge.NOBODY, ""));
    }
    return mishap.map(Mishap::onset).orElse(handled);
  }

  private void forceOpen(Instant onset, List<Saying> planned) {
    planned.add(said(onset, What.FORCED_OPEN, Badge.NOBODY, ""));
    planned.add(said(onset.plusMillis(200), What.DOOR_OPEN, Badge.NOBODY, ""));
  }

  private void holdOpen(Instant onset, Instant end, List<Saying> planned, RandomGenerator random) {
    Badge carrier =
        build.staff().isEmpty()
            ? Badge.NOBODY
            : build.staff().get(random.nextInt(build.staff().size()));
    Instant opens = onset.plusMillis(900);
    planned.add(granted(onset, carrier));
    planned.add(said(opens, What.DOOR_OPEN, Badge.NOBODY, ""));
    if (opens.plus(build.hold()).isBefore(end)) {
      planned.add(said(opens.plus(build.hold()), What.HELD_OPEN, Badge.NOBODY, ""));
    }
  }

  private Saying granted(Instant at, Badge badge) {
    return said(at, What.GRANTED, badge, "in");
  }

  private Saying said(Instant at, What what, Badge who, String direction) {
    boolean read = what == What.GRANTED || what == What.DENIED;
    return new Saying.Event(
        new GateEvent(
            build.id(),
            at,
            what,
            who.person(),
            who.card(),
            direction,
            read ? "card" : "",
            what == What.DENIED ? "unknown card" : "",
            Provenance.LIVE,
            at));
  }

  @Override
  public Map<Metric, Double> readings() {
    return Map.of(Metric.DOOR_OPEN, open ? 1.0 : 0.0);
  }
}
