package wuchang.simulators.diary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import wuchang.domain.site.Area;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;
import wuchang.simulators.kitchen.Dice;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.mishap.SensorMishap;

/** Each probe is compared with melting ice once a year, a fortnight before a year is over. */
record Calibrations(Site site) implements Keeping {
  private static final int EARLY_DAYS = 14;

  /** How much the worst probe is off, K. */
  private static final double OFF = 3;

  @Override
  public List<Note> on(LocalDate day, List<Mishap> mishaps) {
    List<Note> notes = new ArrayList<>();
    for (Device device : site.devices().values()) {
      LocalDate last = device.traits().calibrated().orElse(LocalDate.MAX);
      long years = (long) day.plusDays(EARLY_DAYS).getYear() - last.getYear();
      checked(device, day, mishaps).ifPresent(notes::add);
      if (years > 0 && last.plusYears(years).minusDays(EARLY_DAYS).equals(day)) {
        notes.add(note(device, day));
      }
    }
    return notes;
  }

  /** Somebody who does not believe a probe checks it while it is off. */
  private Optional<Note> checked(Device device, LocalDate day, List<Mishap> mishaps) {
    return mishaps.stream()
        .filter(m -> m.kind() == SensorMishap.CALIBRATION_OFF && m.device().equals(device.id()))
        .filter(m -> site.local(halfway(m)).toLocalDate().equals(day))
        .map(m -> note(device, halfway(m), -Math.round(m.severity() * OFF * 10) / 10.0))
        .findFirst();
  }

  private static Instant halfway(Mishap mishap) {
    return mishap.onset().plus(mishap.length().dividedBy(2));
  }

  private Note note(Device device, LocalDate day) {
    RandomGenerator random = Chance.of("calibration", device.id(), day);
    double off = Math.round(Dice.around(random, 0, 0.2) * 10) / 10.0 + 0.0;
    Instant at = day.atTime(14, random.nextInt(60)).atZone(site.zone()).toInstant();
    return note(device, at, off);
  }

  private Note note(Device device, Instant at, double off) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(
        "who", site.area(device.area()).flatMap(Area::responsible).map(p -> p.value()).orElse(""));
    fields.put("device", device.id().value());
    fields.put("reference", "ice point, 0 °C");
    fields.put("shown", off);
    fields.put("deviation", off);
    return new Note(at, device.id(), "calibration", fields);
  }
}
