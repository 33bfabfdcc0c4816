package wuchang.app.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wuchang.app.detection.Shift.Habit;
import wuchang.domain.finding.Episode;
import wuchang.domain.site.Site;
import wuchang.rules.catalogue.Catalogue;

/**
 * How often a supervisor is paged, in months that are played through the desk: {@code mvn verify
 * -Pdetection -pl app -am}. The figures stand in docs/alerts.md.
 */
class PagesDetection {
  private static final int SEEDS = Integer.getInteger("wuchang.detection.seeds", 3);
  private static final double MOST_A_DAY = 5;

  @TempDir Path folder;

  @Test
  void a_supervisor_can_live_with_a_busy_month() throws Exception {
    for (int seed = 1; seed <= SEEDS; seed++) {
      Month month = Month.play("busy-month", seed, folder);
      report(month.name() + " waits", month.days(), work(Habit.WAITS, month));
      Shift shift = work(Habit.ACTS, month);
      report(month.name() + " acts", month.days(), shift);
      assertThat(mean(shift, month.days())).isLessThanOrEqualTo(MOST_A_DAY);
      assertThat(Unheard.of(shift)).isEmpty();
    }
  }

  @Test
  void a_supervisor_can_live_with_a_canteen_of_a_campus() throws Exception {
    Month month = Month.play("campus", 1, folder);
    List<Canteens> canteens = Canteens.of(month);
    double days = month.days() / canteens.size();
    double sum = 0;
    for (Canteens one : canteens) {
      Shift shift = work(Habit.ACTS, one.site(), one.episodes());
      report(month.name() + " " + one.site().people().keySet().iterator().next(), days, shift);
      sum += mean(shift, days);
      assertThat(Unheard.of(shift)).isEmpty();
    }
    // Three days of one canteen are a few mishaps more or less; twenty of them are an average.
    assertThat(sum / canteens.size()).isLessThanOrEqualTo(MOST_A_DAY);
  }

  private static Shift work(Habit habit, Month month) {
    return work(habit, month.site(), month.episodes());
  }

  private static Shift work(Habit habit, Site site, List<Episode> episodes) {
    Catalogue catalogue = Catalogue.shipped();
    return Shift.work(habit, site, episodes, rule -> catalogue.card(rule).orElse(null));
  }

  /** Pages a day of whoever gets the most. */
  private static double mean(Shift shift, double days) {
    return shift.pages().stream()
            .collect(Collectors.groupingBy(Shift.Page::to, Collectors.counting()))
            .values()
            .stream()
            .mapToLong(Long::longValue)
            .max()
            .orElse(0)
        / days;
  }

  private static void report(String name, double length, Shift shift) {
    Map<String, Integer> days = shift.byPersonDay();
    List<Integer> counts = days.values().stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "%s: %.0f days, %d alerts, %d hidden, %d pages, %.2f a day, worst day of one %d%n",
        name,
        length,
        shift.alerts().size(),
        shift.alerts().stream().filter(a -> a.parent().isPresent()).count(),
        shift.pages().size(),
        shift.pages().size() / length,
        counts.isEmpty() ? 0 : counts.get(counts.size() - 1));
    shift.lines().forEach(line -> System.out.println("  " + line));
    print(
        "people",
        shift.pages().stream()
            .collect(
                Collectors.groupingBy(p -> p.to().value(), TreeMap::new, Collectors.counting())));
    print(
        "steps",
        shift.pages().stream()
            .collect(
                Collectors.groupingBy(
                    p -> p.steps().replaceAll("[#:][^+]*", ""),
                    TreeMap::new,
                    Collectors.counting())));
  }

  private static void print(String what, Map<String, Long> counts) {
    System.out.println("  " + what + " " + counts);
  }
}
