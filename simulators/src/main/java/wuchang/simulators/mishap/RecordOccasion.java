package wuchang.simulators.mishap;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Predicate;
import java.util.stream.Stream;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Site;
import wuchang.simulators.people.Sitting;
import wuchang.simulators.people.WorkDay;

/** What must be due for a missing record to be wrong. */
enum RecordOccasion implements Occasion {
  /** A meal begins meanwhile, of which a sample belongs into that fridge. */
  MEAL_BEGINS {
    @Override
    public boolean suits(Mishap mishap, Site site, long seed) {
      return keepsSamples(mishap, site)
          && days(mishap, site)
              .flatMap(day -> Sitting.on(day, site).stream())
              .anyMatch(sitting -> mishap.isActive(sitting.begins()));
    }
  },
  /** The onset lies between one hour and 46 after a meal began: a sample must be there. */
  SAMPLE_IN_STORE {
    @Override
    public boolean suits(Mishap mishap, Site site, long seed) {
      Instant onset = mishap.onset();
      LocalDate day = site.local(onset).toLocalDate();
      Predicate<Sitting> kept =
          sitting -> {
            Duration age = Duration.between(sitting.begins(), onset);
            return age.toHours() >= 1 && age.toHours() < 46;
          };
      return keepsSamples(mishap, site)
          && day.minusDays(2)
              .datesUntil(day.plusDays(1))
              .flatMap(d -> Sitting.on(d, site).stream())
              .anyMatch(kept);
    }
  },
  /** It lasts from noon to eight in the evening of a working day, where somebody is responsible. */
  PATROL_DUE {
    @Override
    public boolean suits(Mishap mishap, Site site, long seed) {
      boolean patrolled =
          site.device(mishap.device())
              .flatMap(device -> site.area(device.area()))
              .flatMap(area -> area.responsible())
              .isPresent();
      return patrolled
          && days(mishap, site)
              .filter(day -> WorkDay.of(site, day).isPresent())
              .anyMatch(
                  day ->
                      !at(day, 12, site).isBefore(mishap.onset())
                          && !at(day, 20, site).isAfter(mishap.end()));
    }
  };

  /** Samples are kept in the first sample fridge of a site. */
  private static boolean keepsSamples(Mishap mishap, Site site) {
    return site.devices().values().stream()
        .filter(device -> device.kind() == DeviceKind.SAMPLE_FRIDGE)
        .findFirst()
        .filter(device -> device.id().equals(mishap.device()))
        .isPresent();
  }

  private static Stream<LocalDate> days(Mishap mishap, Site site) {
    LocalDate last = site.local(mishap.end()).toLocalDate();
    return site.local(mishap.onset()).toLocalDate().datesUntil(last.plusDays(1));
  }

  private static Instant at(LocalDate day, int hour, Site site) {
    return day.atTime(LocalTime.of(hour, 0)).atZone(site.zone()).toInstant();
  }
}
