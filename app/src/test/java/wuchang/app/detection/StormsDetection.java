package wuchang.app.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wuchang.alerts.book.StepReason;
import wuchang.app.detection.Shift.Habit;
import wuchang.app.detection.Shift.Page;
import wuchang.domain.AlertId;
import wuchang.domain.Severity;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertStep;
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
      told(storm + " " + seed, Habit.ACTS, month);
    }
  }

  private static Shift told(String name, Habit habit, Month month) {
    Catalogue catalogue = Catalogue.shipped();
    Shift shift =
        Shift.work(
            habit, month.site(), month.episodes(), rule -> catalogue.card(rule).orElse(null));
    report(name + " " + habit.name().toLowerCase(Locale.ROOT), shift);
    assertThat(unannounced(shift)).isEmpty();
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
    return shift.pages().stream().filter(page -> storm.contains(page.alert())).toList();
  }

  /**
   * Dangerous alerts of which nobody heard: neither of themselves nor, where they hide behind a
   * cause, that the cause now endangers food, or one as dangerous that names them. What stayed with
   * the owner of one that stood for it was told with that one.
   */
  static List<Alert> unannounced(Shift shift) {
    Set<AlertId> told =
        shift.pages().stream().map(Page::alert).collect(Collectors.toUnmodifiableSet());
    Set<AlertId> critical =
        shift.alerts().stream()
            .filter(alert -> told.contains(alert.id()) && isGraveForFood(alert))
            .map(Alert::id)
            .collect(Collectors.toSet());
    shift.pages().stream()
        .filter(page -> page.step().startsWith("affected:"))
        .map(Page::alert)
        .forEach(critical::add);
    return shift.alerts().stream()
        .filter(alert -> alert.severity().atLeast(Severity.MAJOR))
        .filter(alert -> !told.contains(alert.id()))
        .filter(alert -> !isToldWithItsCause(alert, alert.parent(), critical))
        .filter(alert -> !isToldWithItsCause(alert, stoodFor(shift, alert, told), critical))
        .toList();
  }

  private static boolean isToldWithItsCause(
      Alert alert, Optional<AlertId> cause, Set<AlertId> critical) {
    return cause.filter(id -> !endangersFood(alert) || critical.contains(id)).isPresent();
  }

  /** What was told, and stood for it, or for what stands for it, until its owner closed that. */
  private static Optional<AlertId> stoodFor(Shift shift, Alert alert, Set<AlertId> told) {
    Set<AlertId> seen = new HashSet<>();
    Optional<AlertId> leader = alert.parent().or(() -> leader(shift.steps(alert.id())));
    while (leader.filter(told::contains).isEmpty() && leader.filter(seen::add).isPresent()) {
      leader = leader(shift.steps(leader.get()));
    }
    return leader.filter(told::contains);
  }

  private static Optional<AlertId> leader(List<AlertStep> steps) {
    Optional<AlertId> leader = Optional.empty();
    for (int i = 1; i < steps.size(); i++) {
      if (steps.get(i).why().equals(StepReason.STAYS_WITH_ITS_OWNER.word())) {
        leader = steps.get(i - 1).alert().parent();
      }
    }
    return leader;
  }

  private static boolean isGraveForFood(Alert alert) {
    return alert.severity() == Severity.CRITICAL
        && List.of("FRG", "FRZ", "HOT", "SMP").contains(alert.rule().value().split("-")[0]);
  }

  private static boolean endangersFood(Alert alert) {
    return alert.severity() == Severity.CRITICAL
        && List.of("FRG-04", "FRZ-02", "HOT-02").contains(alert.rule().value());
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
        pages.stream().map(Page::step).toList(),
        shift.pages().stream().filter(p -> !pages.contains(p)).map(Page::step).toList());
    shift.lines().forEach(line -> System.out.println("  " + line));
  }
}
