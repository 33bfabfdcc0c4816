package wuchang.simulators.machine;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wuchang.domain.reading.GateEvent.What;
import wuchang.simulators.mishap.GateMishap;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.people.Badge;
import wuchang.simulators.people.Visit;
import wuchang.simulators.people.Walk;

/**
 * What a gate says when something goes wrong at it.
 *
 * @param onset when it may begin: when the door is free
 */
record GateScript(GateBuild build, Mishap mishap, Instant onset) {
  private static final Duration DOOR = Duration.ofSeconds(6);
  private static final long OPENS_MILLIS = 900;
  private static final int FEWEST_DENIALS = 3;
  private static final long LONGEST_PAUSE_MILLIS = 30_000;

  List<Passage> passages() {
    GateMishap kind = (GateMishap) mishap.kind();
    return switch (kind) {
      case FORCED_OPEN -> List.of(forced());
      case HELD_OPEN -> List.of(held());
      case AFTER_HOURS -> comesAndLeaves(anybody(), Walk.Way.LEAVES, "");
      case EXPIRED_CERTIFICATE -> uncertified();
      case UNASSIGNED_ENTRY -> unassigned();
      case VISITOR_OVERSTAY -> overstay();
      case REPEATED_DENIALS ->
          denials(FEWEST_DENIALS + (int) Math.round(5 * mishap.severity()), pauseMillis());
      case FORGOTTEN_BADGE -> forgotten();
      case PASSED_BACK -> List.of(passedBack());
      case TAILGATING -> List.of(tailgating());
      case GOODS_DELIVERY -> List.of(delivery());
      case NO_MORNING_CHECK -> List.of();
    };
  }

  private Passage forced() {
    return new Passage(
        List.of(
            build.event(onset, What.FORCED_OPEN, Badge.NOBODY, ""),
            build.door(onset.plusMillis(200), true),
            build.door(later(mishap.end()), false)));
  }

  private Passage held() {
    Instant opens = onset.plusMillis(OPENS_MILLIS);
    List<Saying.Event> said = new ArrayList<>();
    said.add(build.read(onset, What.GRANTED, anybody(), "in", ""));
    said.add(build.door(opens, true));
    if (opens.plus(build.hold()).isBefore(mishap.end())) {
      said.add(build.event(opens.plus(build.hold()), What.HELD_OPEN, Badge.NOBODY, ""));
    }
    said.add(build.door(later(mishap.end()), false));
    return new Passage(said);
  }

  /** However short the mishap, the door is shut after it was opened. */
  private Instant later(Instant end) {
    Instant soonest = onset.plus(DOOR);
    return end.isAfter(soonest) ? end : soonest;
  }

  private List<Passage> comesAndLeaves(Badge who, Walk.Way out, String note) {
    Walk in = new Walk(onset, build.id(), Walk.Way.ENTERS, who, DOOR, note);
    Walk home = new Walk(later(mishap.end()), build.id(), out, who, DOOR, note);
    Passage coming = build.passage(in, onset, OPENS_MILLIS);
    Passage leaving = build.passage(home, home.at(), OPENS_MILLIS);
    return List.of(coming, leaving.notBefore(coming.to(), build));
  }

  private List<Passage> uncertified() {
    Optional<Badge> who = build.roster().uncertified(day());
    return who.isEmpty() ? List.of() : comesAndLeaves(who.get(), Walk.Way.LEAVES, "");
  }

  private List<Passage> unassigned() {
    Optional<Badge> who = build.roster().unassigned(day(), build.id());
    return who.isEmpty() ? List.of() : comesAndLeaves(who.get(), Walk.Way.LEAVES, "");
  }

  private List<Passage> overstay() {
    Visit visit = build.roster().overstay(build.id(), mishap.onset(), mishap.end());
    return comesAndLeaves(
        new Badge("", visit.card()), Walk.Way.LEAVES_BY_CARD, "visitor of " + visit.host());
  }

  private long pauseMillis() {
    return Math.min(LONGEST_PAUSE_MILLIS, mishap.length().toMillis() / 9);
  }

  private List<Passage> denials(int many, long pause) {
    String card =
        String.format(Locale.ROOT, "%010d", Math.floorMod(onset.toEpochMilli(), 9_999_999_999L));
    List<Passage> denials = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      denials.add(new Passage(List.of(build.denied(onset.plusMillis(i * pause), card))));
    }
    return denials;
  }

  /** Then a colleague opens from within. */
  private List<Passage> forgotten() {
    int tries = mishap.severity() > 0.5 ? 2 : 1;
    List<Passage> said = new ArrayList<>(denials(tries, 6_000));
    Instant helped = onset.plusSeconds(45);
    Walk rex = new Walk(helped, build.id(), Walk.Way.LEAVES, Badge.NOBODY, DOOR, "");
    said.add(build.passage(rex, helped, OPENS_MILLIS));
    return said;
  }

  private Passage passedBack() {
    Badge who = anybody();
    List<Saying.Event> said = new ArrayList<>();
    said.add(build.read(onset, What.GRANTED, who, "in", ""));
    said.add(build.door(onset.plusMillis(OPENS_MILLIS), true));
    said.add(build.door(onset.plus(DOOR), false));
    Instant again = onset.plus(DOOR).plusSeconds(25);
    said.add(build.read(again, What.PASSBACK, who, "in", "already inside"));
    return new Passage(said);
  }

  private Passage tailgating() {
    List<Saying.Event> said = new ArrayList<>();
    said.add(build.read(onset, What.GRANTED, anybody(), "in", ""));
    said.add(build.door(onset.plusMillis(OPENS_MILLIS), true));
    said.add(build.event(onset.plusMillis(3_500), What.TAILGATE, Badge.NOBODY, "in"));
    said.add(build.door(onset.plusSeconds(9), false));
    return new Passage(said);
  }

  private Passage delivery() {
    Duration open = Duration.ofMillis(Math.round(0.8 * build.hold().toMillis()));
    Walk walk = new Walk(onset, build.id(), Walk.Way.TAKES_IN_GOODS, Badge.NOBODY, open, "");
    return build.passage(walk, onset, OPENS_MILLIS);
  }

  private Badge anybody() {
    return build.roster().anyOf(day(), mishap.onset().getEpochSecond());
  }

  private LocalDate day() {
    return build.roster().site().local(mishap.onset()).toLocalDate();
  }
}
