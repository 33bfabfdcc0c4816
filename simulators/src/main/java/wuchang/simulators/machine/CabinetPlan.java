package wuchang.simulators.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import wuchang.simulators.kitchen.Dice;
import wuchang.simulators.kitchen.Mealtimes;

/**
 * When somebody comes to load a cabinet and switch it on: so early that the dishes are ready three
 * quarters of an hour to an hour and more before each meal of its plan, because they must be laid
 * out; and once more when the last meal's dishes are washed.
 *
 * @param meals the meals of its plan; empty: all
 * @param usual how long a round takes
 * @param habit makes each day a little different, always in the same way
 */
record CabinetPlan(Mealtimes times, Set<String> meals, Duration usual, long habit) {
  /** Loading, before the heat. */
  private static final double LOADING_MINUTES = 3;

  CabinetPlan {
    meals = Set.copyOf(meals);
  }

  /**
   * The rounds of a day.
   *
   * @param starts epoch milliseconds, in order
   */
  record Day(long until, List<Long> starts) {
    static final Day NONE = new Day(Long.MIN_VALUE, List.of());
  }

  Day on(Instant at) {
    Mealtimes.Day day = times.on(at);
    List<Long> starts = new ArrayList<>();
    List<Mealtimes.Served> planned =
        day.meals().stream().filter(m -> meals.isEmpty() || meals.contains(m.meal())).toList();
    for (int i = 0; i < planned.size(); i++) {
      Mealtimes.Served meal = planned.get(i);
      SplittableRandom random = new SplittableRandom(habit ^ meal.service());
      double spare = Dice.between(random, 45, 70) + LOADING_MINUTES;
      starts.add(meal.service() - usual.toMillis() - millis(spare));
      boolean last =
          i + 1 == planned.size() || planned.get(i + 1).service() - meal.over() > millis(8 * 60);
      if (last) {
        starts.add(meal.cleaned() - millis(Dice.between(random, 15, 25)));
      }
    }
    Collections.sort(starts);
    return new Day(day.until(), List.copyOf(starts));
  }

  private static long millis(double minutes) {
    return Math.round(minutes * 60_000);
  }
}
