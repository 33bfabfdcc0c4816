package wuchang.simulators.mishap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;
import wuchang.domain.site.Traits.Disinfection;
import wuchang.simulators.kitchen.Bustle;
import wuchang.simulators.kitchen.Kitchen;
import wuchang.simulators.kitchen.Mealtimes;
import wuchang.simulators.kitchen.Mealtimes.Served;

/** Occasions of what is made ready for meals: it is only missed when somebody comes to eat. */
final class MealOccasion {
  private static final Set<Disinfection> COLD =
      Set.of(Disinfection.CHEMICAL, Disinfection.OZONE, Disinfection.UV);

  private static final Duration OVERNIGHT = Duration.ofHours(8);

  private MealOccasion() {}

  /** All of the time from so long before some service until so long after its beginning. */
  static Occasion covers(Duration before, Duration after) {
    return meal((mishap, served) -> covers(mishap, served, before, after));
  }

  /** The same for a meal before which nothing was served overnight. */
  static Occasion coversFirst(Duration before, Duration after) {
    return (mishap, site, seed) -> {
      List<Served> meals = meals(mishap, site);
      return meals.stream()
          .filter(served -> meals.stream().noneMatch(other -> isShortlyBefore(other, served)))
          .anyMatch(served -> covers(mishap, served, before, after));
    };
  }

  private static boolean isShortlyBefore(Served other, Served served) {
    return other.over() <= served.service()
        && other.over() > served.service() - OVERNIGHT.toMillis();
  }

  /** The same for a meal of the device's plan. */
  static Occasion coversPlanned(Duration before, Duration after) {
    return (mishap, site, seed) -> {
      Collection<String> plan =
          site.device(mishap.device()).map(d -> d.traits().plan()).orElse(List.of());
      return meals(mishap, site).stream()
          .filter(served -> plan.isEmpty() || plan.contains(served.meal()))
          .anyMatch(served -> covers(mishap, served, before, after));
    };
  }

  /** So long of the time from so long before some service to its end. */
  static Occasion sharesWork(Duration before, Duration least) {
    return meal(
        (mishap, served) -> {
          long from = Math.max(millis(mishap.onset()), served.service() - before.toMillis());
          long until = Math.min(millis(mishap.end()), served.over());
          return until - from >= least.toMillis();
        });
  }

  /** Some whole service, so long after it has begun to be wrong. */
  static Occasion stillAtMeal(Duration later) {
    return meal(
        (mishap, served) ->
            served.service() >= millis(mishap.onset().plus(later))
                && served.over() <= millis(mishap.end()));
  }

  /** It begins while a meal is served. */
  static Occasion beginsServing() {
    return (mishap, site, seed) -> Kitchen.of(site).bustle(mishap.onset()) == Bustle.SERVING;
  }

  /** The device disinfects by heat. */
  static Occasion heated() {
    return (mishap, site, seed) ->
        site.device(mishap.device())
            .map(Device::traits)
            .flatMap(traits -> traits.method())
            .filter(COLD::contains)
            .isEmpty();
  }

  private static boolean covers(Mishap mishap, Served served, Duration before, Duration after) {
    return millis(mishap.onset()) <= served.service() - before.toMillis()
        && millis(mishap.end()) >= served.service() + after.toMillis();
  }

  private static Occasion meal(BiPredicate<Mishap, Served> so) {
    return (mishap, site, seed) ->
        meals(mishap, site).stream().anyMatch(served -> so.test(mishap, served));
  }

  private static List<Served> meals(Mishap mishap, Site site) {
    Mealtimes times = Mealtimes.of(site);
    List<Served> meals = new ArrayList<>();
    Instant last = mishap.end().plus(Duration.ofDays(1));
    for (Instant at = mishap.onset(); at.isBefore(last); at = at.plus(Duration.ofDays(1))) {
      meals.addAll(times.on(at).meals());
    }
    return meals;
  }

  private static long millis(Instant instant) {
    return instant.toEpochMilli();
  }
}
