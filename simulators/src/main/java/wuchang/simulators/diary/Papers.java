package wuchang.simulators.diary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wuchang.simulators.mishap.GateMishap;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.people.Roster;
import wuchang.simulators.people.Visit;
import wuchang.simulators.people.Walk;

/** Orders of the goods that will come, and the registration of visitors. */
record Papers(Roster roster) implements Keeping {
  private static final long WINDOW_SECONDS = 3_600;

  @Override
  public List<Note> on(LocalDate day, List<Mishap> mishaps) {
    List<Note> notes = new ArrayList<>();
    for (Walk walk : roster.on(day)) {
      if (walk.way() == Walk.Way.TAKES_IN_GOODS) {
        notes.add(order(walk, day));
      }
    }
    roster.visits(day).forEach(visit -> notes.add(visitor(visit)));
    for (Mishap mishap : mishaps) {
      boolean today = roster.site().local(mishap.onset()).toLocalDate().equals(day);
      if (today && mishap.kind() == GateMishap.VISITOR_OVERSTAY) {
        notes.add(visitor(roster.overstay(mishap.device(), mishap.onset(), mishap.end())));
      }
    }
    return notes;
  }

  /** Kept when the lorry is announced, half an hour before. */
  private Note order(Walk walk, LocalDate day) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("who", roster.anyOf(day, walk.at().getEpochSecond()).person());
    fields.put("supplier", "supplier-" + (1 + Math.floorMod(walk.at().getEpochSecond(), 5L)));
    fields.put("door", walk.gate().value());
    fields.put("from", walk.at().minusSeconds(WINDOW_SECONDS / 2).toString());
    fields.put("until", walk.at().plusSeconds(WINDOW_SECONDS).toString());
    return new Note(walk.at().minusSeconds(WINDOW_SECONDS / 2), walk.gate(), "order", fields);
  }

  private static Note visitor(Visit visit) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("who", visit.host());
    fields.put("host", visit.host());
    fields.put("card", visit.card());
    fields.put("from", visit.from().toString());
    fields.put("until", visit.until().toString());
    long early = 60 + Chance.of("visitor", visit.card(), visit.from()).nextLong(600);
    return new Note(visit.from().minusSeconds(early), visit.gate(), "visitor", fields);
  }
}
