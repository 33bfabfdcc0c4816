package wuchang.simulators.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.GateEvent.What;
import wuchang.domain.reading.Provenance;
import wuchang.simulators.mishap.Occasion;
import wuchang.simulators.people.Badge;
import wuchang.simulators.people.Roster;
import wuchang.simulators.people.Walk;

/**
 * A gate, who passes it, and how it speaks.
 *
 * @param hold after how long its controller says that the door is held open
 * @param room what goes on behind it, where a lamp burns there that people keep away from
 */
record GateBuild(DeviceId id, Roster roster, Duration hold, Optional<RoomPlan> room) {
  static final Duration USUAL_HOLD = Occasion.USUAL_HOLD;

  /** A walk as this gate will see it, with the door open some while after the card is read. */
  Passage passage(Walk walk, Instant at, long opensMillis) {
    List<Saying.Event> said = new ArrayList<>();
    switch (walk.way()) {
      case ENTERS -> said.add(read(at, What.GRANTED, walk.who(), "in", walk.note()));
      case LEAVES_BY_CARD -> said.add(read(at, What.GRANTED, walk.who(), "out", walk.note()));
      case LEAVES, TAKES_IN_GOODS -> said.add(event(at, What.REX, Badge.NOBODY, "out"));
    }
    Instant opens = at.plusMillis(opensMillis);
    said.add(door(opens, true));
    said.add(door(opens.plus(walk.open()), false));
    return new Passage(said);
  }

  Saying.Event door(Instant at, boolean open) {
    return event(at, open ? What.DOOR_OPEN : What.DOOR_CLOSED, Badge.NOBODY, "");
  }

  Saying.Event denied(Instant at, String card) {
    return read(at, What.DENIED, new Badge("", card), "in", "unknown card");
  }

  Saying.Event event(Instant at, What what, Badge who, String direction) {
    return said(at, what, who, direction, "", "");
  }

  /** A card that is held before the reader. */
  Saying.Event read(Instant at, What what, Badge who, String direction, String reason) {
    return said(at, what, who, direction, "card", reason);
  }

  Saying.Event moved(Saying.Event saying, long millis) {
    GateEvent event = saying.event();
    return said(
        event.time().plusMillis(millis),
        event.what(),
        new Badge(event.person(), event.card()),
        event.direction(),
        event.method(),
        event.reason());
  }

  private Saying.Event said(
      Instant at, What what, Badge who, String direction, String method, String reason) {
    return new Saying.Event(
        new GateEvent(
            id,
            at,
            what,
            who.person(),
            who.card(),
            direction,
            method,
            reason,
            Provenance.LIVE,
            at));
  }
}
