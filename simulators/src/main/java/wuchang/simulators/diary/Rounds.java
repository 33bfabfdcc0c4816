package wuchang.simulators.diary;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.site.Area;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.mishap.MishapKind;
import wuchang.simulators.mishap.RecordMishap;
import wuchang.simulators.people.WorkDay;

/** The daily round (巡查) of each area by whoever is responsible for it, in the afternoon. */
record Rounds(Site site, long seed) implements Keeping {
  private static final int FROM_HOUR = 13;
  private static final int MINUTES = 240;

  /** Who is held up comes between ten to six and ten to eight. */
  private static final int LATE_MINUTES = 290;

  @Override
  public List<Note> on(LocalDate day, List<Mishap> mishaps) {
    List<Note> notes = new ArrayList<>();
    if (WorkDay.of(site, day).isEmpty()) {
      return notes;
    }
    for (Area area : site.areas().values()) {
      Optional<DeviceId> where = device(area.id());
      if (where.isPresent() && area.responsible().isPresent()) {
        int minute = Chance.of("round", seed, site.id(), area.id(), day).nextInt(MINUTES);
        Instant at =
            day.atTime(FROM_HOUR, 0)
                .atZone(site.zone())
                .toInstant()
                .plus(Duration.ofMinutes(minute));
        if (!isStruck(RecordMishap.PATROL_SKIPPED, area.id(), at, mishaps)) {
          boolean late = isStruck(RecordMishap.PATROL_LATE, area.id(), at, mishaps);
          Instant when = late ? at.plus(Duration.ofMinutes(LATE_MINUTES - minute / 2)) : at;
          notes.add(note(when, where.get(), area, area.responsible().get()));
        }
      }
    }
    return notes;
  }

  private static Note note(Instant at, DeviceId where, Area area, PersonId who) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("who", who.value());
    fields.put("area", area.id().value());
    fields.put("items", 12);
    fields.put("problems", 0);
    return new Note(at, where, "patrol", fields);
  }

  private Optional<DeviceId> device(AreaId area) {
    return site.devices().values().stream()
        .filter(device -> device.area().equals(area))
        .map(Device::id)
        .findFirst();
  }

  private boolean isStruck(MishapKind kind, AreaId area, Instant at, List<Mishap> mishaps) {
    return mishaps.stream()
        .filter(m -> m.kind() == kind && m.isActive(at))
        .flatMap(m -> site.device(m.device()).stream())
        .anyMatch(device -> device.area().equals(area));
  }
}
