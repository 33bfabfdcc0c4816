package wuchang.simulators.diary;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import wuchang.domain.DeviceId;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Site;
import wuchang.simulators.kitchen.Dice;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.mishap.MishapKind;
import wuchang.simulators.mishap.RecordMishap;
import wuchang.simulators.people.Sitting;

/** Samples of each dish (留样): taken when the meal begins, thrown away after two days at least. */
record Samples(Site site, long seed) implements Keeping {
  private static final List<String> DISHES = List.of("meat", "vegetables", "staple", "soup");
  private static final Duration KEPT = Duration.ofHours(48);

  /** So that the last dish is kept within the hour, s after a meal began. */
  private static final int LATE_SECONDS = 2_400;

  /** After holidays the oldest are some days older. */
  private static final int LONGEST_DAYS = 16;

  /** A dish of a meal as it was kept. */
  private record Sample(Sitting sitting, String dish, Instant taken) {
    String id() {
      return sitting.day() + "-" + sitting.meal() + "-" + dish;
    }
  }

  @Override
  public List<Note> on(LocalDate day, List<Mishap> mishaps) {
    Optional<DeviceId> fridge = fridge();
    List<Note> notes = new ArrayList<>();
    if (fridge.isEmpty()) {
      return notes;
    }
    for (Sample sample : taken(day, mishaps)) {
      notes.add(taking(sample, fridge.get(), mishaps));
    }
    for (int back = 0; back <= LONGEST_DAYS; back++) {
      for (Sample sample : taken(day.minusDays(back), mishaps)) {
        Instant removed = removed(sample, mishaps);
        if (site.local(removed).toLocalDate().equals(day)) {
          notes.add(removal(sample, fridge.get(), removed));
        }
      }
    }
    return notes;
  }

  private Optional<DeviceId> fridge() {
    return site.devices().values().stream()
        .filter(device -> device.kind() == DeviceKind.SAMPLE_FRIDGE)
        .map(Device::id)
        .findFirst();
  }

  private List<Sample> taken(LocalDate day, List<Mishap> mishaps) {
    List<Sample> samples = new ArrayList<>();
    for (Sitting sitting : Sitting.on(day, site)) {
      if (!isStruck(RecordMishap.SAMPLE_MISSING, sitting, mishaps)) {
        RandomGenerator random = Chance.of("sample", seed, site.id(), sitting);
        boolean late = isStruck(RecordMishap.SAMPLE_LATE, sitting, mishaps);
        int usual = 240 + random.nextInt(1_200);
        Instant at = sitting.begins().plusSeconds(late ? LATE_SECONDS + usual / 3 : usual);
        for (String dish : DISHES.subList(0, 3 + random.nextInt(2))) {
          at = at.plusSeconds(40 + random.nextInt(80));
          samples.add(new Sample(sitting, dish, at));
        }
      }
    }
    return samples;
  }

  private boolean isStruck(MishapKind kind, Sitting sitting, List<Mishap> mishaps) {
    return mishaps.stream()
        .anyMatch(m -> m.kind() == kind && isHere(m) && m.isActive(sitting.begins()));
  }

  /** What happens at a fridge in which no samples are kept changes nothing. */
  private boolean isHere(Mishap mishap) {
    return fridge().filter(mishap.device()::equals).isPresent();
  }

  private Note taking(Sample sample, DeviceId fridge, List<Mishap> mishaps) {
    RandomGenerator random = Chance.of("grams", seed, site.id(), sample.id());
    boolean little = isStruck(RecordMishap.SAMPLE_TOO_LITTLE, sample.sitting(), mishaps);
    double grams = little ? Dice.between(random, 40, 100) : Dice.between(random, 135, 210);
    Map<String, Object> fields = fields(sample, "taken");
    fields.put("grams", (int) Math.round(grams));
    return new Note(sample.taken(), fridge, "sample", fields);
  }

  private Note removal(Sample sample, DeviceId fridge, Instant at) {
    return new Note(at, fridge, "sample", fields(sample, "removed"));
  }

  private Map<String, Object> fields(Sample sample, String action) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("who", keeper());
    fields.put("action", action);
    fields.put("sample", sample.id());
    fields.put("meal", sample.sitting().meal());
    fields.put("dish", sample.dish());
    return fields;
  }

  private String keeper() {
    return fridge()
        .flatMap(site::device)
        .flatMap(device -> site.area(device.area()))
        .flatMap(area -> area.responsible())
        .or(() -> site.people().keySet().stream().findFirst())
        .map(person -> person.value())
        .orElse("");
  }

  /** On a day that is worked, two days later or more; or when somebody tidies up. */
  private Instant removed(Sample sample, List<Mishap> mishaps) {
    RandomGenerator random = Chance.of("removal", seed, site.id(), sample.id());
    Instant earliest = sample.taken().plus(KEPT).plusSeconds(1_800 + random.nextInt(7_200));
    Instant usual = onWorkDay(earliest, random);
    return mishaps.stream()
        .filter(m -> m.kind() == RecordMishap.SAMPLE_REMOVED_EARLY && isHere(m))
        .map(Mishap::onset)
        .filter(onset -> onset.isAfter(sample.taken()) && onset.isBefore(usual))
        .min(Instant::compareTo)
        .orElse(usual);
  }

  private Instant onWorkDay(Instant earliest, RandomGenerator random) {
    LocalDate day = site.local(earliest).toLocalDate();
    if (!Sitting.on(day, site).isEmpty()) {
      return earliest;
    }
    for (int later = 1; later < LONGEST_DAYS; later++) {
      List<Sitting> meals = Sitting.on(day.plusDays(later), site);
      if (!meals.isEmpty()) {
        return meals.get(0).begins().plusSeconds(1_800 + random.nextInt(1_800));
      }
    }
    return earliest;
  }
}
