package wuchang.simulators.diary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import wuchang.domain.site.Area;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;
import wuchang.simulators.kitchen.Dice;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.mishap.SensorMishap;

/**
 * Each probe is compared with melting ice once a year, a fortnight before a year is over; and one
 * that is off also when somebody has begun to doubt it.
 */
record Calibrations(Site site) implements Keeping {
  private static final int EARLY_DAYS = 14;

  @Override
  public List<Note> on(LocalDate day, List<Mishap> mishaps) {
    List<Note> notes = new ArrayList<>();
    for (Device device : site.devices().values()) {
      LocalDate last = device.traits().calibrated().orElse(LocalDate.MAX);
      long years = (long) day.plusDays(EARLY_DAYS).getYear() - last.getYear();
      if (years > 0 && last.plusYears(years).minusDays(EARLY_DAYS).equals(day)) {
        notes.add(note(device, day, yearly(device, day), 0));
      }
    }
    for (Mishap mishap : mishaps) {
      Instant doubted = mishap.onset().plus(mishap.length().dividedBy(2));
      if (mishap.kind() == SensorMishap.CALIBRATION_OFF
          && site.local(doubted).toLocalDate().equals(day)) {
        double off = -SensorMishap.MOST_OFF * mishap.severity();
        site.device(mishap.device())
            .ifPresent(device -> notes.add(note(device, day, doubted, off)));
      }
    }
    return notes;
  }

  private Instant yearly(Device device, LocalDate day) {
    int minute = Chance.of("compared", device.id(), day).nextInt(60);
    return day.atTime(14, minute).atZone(site.zone()).toInstant();
  }

  private Note note(Device device, LocalDate day, Instant at, double mean) {
    RandomGenerator random = Chance.of("calibration", device.id(), day);
    double off = Math.round((mean + Dice.around(random, 0, 0.2)) * 10) / 10.0 + 0.0;
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
