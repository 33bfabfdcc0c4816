package wuchang.simulators.diary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import wuchang.domain.DeviceId;
import wuchang.simulators.kitchen.Dice;
import wuchang.simulators.mishap.GateMishap;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.people.Badge;
import wuchang.simulators.people.Roster;
import wuchang.simulators.people.Walk;

/** The morning check (晨检) of each who comes to work, some minutes before the gate is passed. */
record MorningChecks(Roster roster) implements Keeping {
  @Override
  public List<Note> on(LocalDate day, List<Mishap> mishaps) {
    List<Note> notes = new ArrayList<>();
    for (Walk walk : roster.arrivals(day)) {
      if (!isForgotten(walk, mishaps)) {
        notes.add(check(walk.at(), walk.gate(), walk.who()));
      }
    }
    for (Mishap mishap : mishaps) {
      boolean comes = mishap.kind() == GateMishap.EXPIRED_CERTIFICATE;
      if (comes && roster.site().local(mishap.onset()).toLocalDate().equals(day)) {
        roster
            .uncertified(day)
            .ifPresent(who -> notes.add(check(mishap.onset(), mishap.device(), who)));
      }
    }
    return notes;
  }

  private static boolean isForgotten(Walk walk, List<Mishap> mishaps) {
    return mishaps.stream()
        .filter(m -> m.kind() == GateMishap.NO_MORNING_CHECK && m.device().equals(walk.gate()))
        .anyMatch(m -> m.isActive(walk.at()));
  }

  private static Note check(Instant comes, DeviceId gate, Badge who) {
    RandomGenerator random = Chance.of("morning", comes, who.person());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("who", who.person());
    fields.put("person", who.person());
    fields.put("temperature", Math.round(Dice.around(random, 36.4, 0.2) * 10) / 10.0);
    fields.put("healthy", true);
    fields.put("hands", true);
    fields.put("uniform", true);
    Instant at = comes.minusSeconds(90 + random.nextInt(300));
    return new Note(at, gate, "morning-check", fields);
  }
}
