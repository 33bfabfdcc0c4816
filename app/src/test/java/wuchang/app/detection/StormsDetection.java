package wuchang.app.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wuchang.app.detection.Shift.Habit;
import wuchang.app.detection.Shift.Page;
import wuchang.domain.AlertId;
import wuchang.domain.alert.Alert;
import wuchang.rules.catalogue.Catalogue;

/**
 * What people hear when one thing takes down many: {@code mvn verify -Pdetection -pl app -am}. A
 * cause is an alert with two effects or more; its pages are those of itself and of all that hides
 * behind it. The figures stand in docs/alerts.md.
 */
class StormsDetection {
  private static final int SEEDS = Integer.getInteger("wuchang.detection.seeds", 3);
  private static final double MOST_A_CAUSE = 1.2;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"power-cut", "storm-night-power", "storm-gateway", "storm-gateways"})
  void a_storm_is_little_more_than_a_page_a_cause(String storm) throws Exception {
    int causes = 0;
    long pages = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      Month month = Month.play(file(storm), seed, folder);
      told(storm + " " + seed, Habit.WAITS, month);
      Shift shift = told(storm + " " + seed, Habit.ACTS, month);
      causes += causes(shift).size();
      pages += ofCauses(shift).size();
    }
    assertThat(causes).as("storms, as they are meant to be").isGreaterThanOrEqualTo(SEEDS);
    assertThat(pages / (double) causes).isLessThanOrEqualTo(MOST_A_CAUSE);
  }

  /** Food that warms up while its circuit is dead is told beside the circuit, to all on duty. */
  @ParameterizedTest
  @ValueSource(strings = "storm-cold-circuit")
  void food_in_danger_behind_a_cause_is_told(String storm) throws Exception {
    for (int seed = 1; seed <= SEEDS; seed++) {
      Month month = Month.play(file(storm), seed, folder);
      told(storm + " " + seed, Habit.WAITS, month);
      Shift shift = told(storm + " " + seed, Habit.ACTS, month);
      assertThat(Unheard.of(shift, without("affected:", shift)))
          .as("had nobody said that food is in danger")
          .isNotEmpty();
      assertThat(Unheard.of(shift, without("opened", shift)))
          .as("had nobody said that the circuit is dead")
          .anyMatch(line -> line.startsWith("ELE-02"));
    }
  }

  private static List<Page> without(String step, Shift shift) {
    return shift.pages().stream().filter(page -> !page.steps().startsWith(step)).toList();
  }

  private static Shift told(String name, Habit habit, Month month) {
    Catalogue catalogue = Catalogue.shipped();
    Shift shift =
        Shift.work(
            habit, month.site(), month.episodes(), rule -> catalogue.card(rule).orElse(null));
    report(name + " " + habit.name().toLowerCase(Locale.ROOT), shift);
    assertThat(Unheard.of(shift)).isEmpty();
    return shift;
  }

  private static String file(String storm) throws Exception {
    var own = StormsDetection.class.getResource(storm + ".yaml");
    return own == null ? storm : Path.of(own.toURI()).toString();
  }

  private static List<Alert> causes(Shift shift) {
    return shift.alerts().stream()
        .filter(alert -> alert.parent().isEmpty() && alert.children().size() > 1)
        .toList();
  }

  private static List<Page> ofCauses(Shift shift) {
    Set<AlertId> storm = new HashSet<>();
    for (Alert cause : causes(shift)) {
      storm.add(cause.id());
      storm.addAll(cause.children());
    }
    return shift.pages().stream().filter(page -> page.isAbout(storm)).toList();
  }

  private static void report(String name, Shift shift) {
    List<Page> pages = ofCauses(shift);
    Map<String, Long> people =
        pages.stream()
            .collect(
                Collectors.groupingBy(p -> p.to().value(), TreeMap::new, Collectors.counting()));
    System.out.printf(
        Locale.ROOT,
        "%s: %d alerts, %d hidden, %d causes, %d pages of them, by person %s: %s; other pages %s%n",
        name.replaceAll(".*/", ""),
        shift.alerts().size(),
        shift.alerts().stream().filter(a -> a.parent().isPresent()).count(),
        causes(shift).size(),
        pages.size(),
        people,
        pages.stream().map(Page::steps).toList(),
        shift.pages().stream().filter(p -> !pages.contains(p)).map(Page::steps).toList());
    shift.lines().forEach(line -> System.out.println("  " + line));
  }
}
