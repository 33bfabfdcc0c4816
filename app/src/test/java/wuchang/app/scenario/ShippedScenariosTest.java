package wuchang.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wuchang.app.config.Outcome;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.mishap.MishapKind;
import wuchang.simulators.mishap.WireMishap;
import wuchang.simulators.scenario.Crew;
import wuchang.simulators.scenario.Simulation;
import wuchang.simulators.scenario.Truthful;

class ShippedScenariosTest {
  static List<String> names() {
    return ScenarioFile.SHIPPED;
  }

  @ParameterizedTest
  @MethodSource("names")
  void each_can_be_read_and_its_configuration_served(String name) throws Exception {
    ReadScenario read = Shipped.read(name);

    byte[] configuration = read.configuration().getBytes(StandardCharsets.UTF_8);
    Outcome outcome =
        Shipped.CONFIGURATIONS.read("out.yaml", Path.of("").toAbsolutePath(), configuration);
    assertThat(outcome).isInstanceOf(Outcome.Valid.class);
    assertThat(((Outcome.Valid) outcome).config().site().devices().keySet())
        .isEqualTo(read.scenario().site().devices().keySet());
    assertThat(outcome.warnings()).isEmpty();
    assertThat(read.about().en()).isNotBlank();
    assertThat(read.about().zh()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 77})
  void everything_goes_wrong_in_smoke(long seed) throws Exception {
    try (Crew crew = new Crew(1)) {
      Simulation smoke = Shipped.simulation(Shipped.read("smoke").scenario().seeded(seed), crew);

      Set<MishapKind> seen = new HashSet<>();
      smoke.mishaps().forEach(mishap -> seen.add(mishap.kind()));
      assertThat(seen).containsExactlyInAnyOrderElementsOf(MishapKind.all());
      assertThat(smoke.mishaps()).hasSameSizeAs(MishapKind.all());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void a_busy_month_has_its_faults_and_they_keep_apart(long seed) throws Exception {
    try (Crew crew = new Crew(1)) {
      Simulation busy =
          Shipped.simulation(Shipped.read("busy-month").scenario().seeded(seed), crew);

      Set<Mishap> faults = new HashSet<>();
      for (Truthful row : busy.truth()) {
        if (!row.label().kind().startsWith("benign:") && !isOfTheWire(row.mishap())) {
          faults.add(row.mishap());
        }
      }
      System.out.printf("busy month %d: %d faults%n", seed, faults.size());
      assertThat(faults).hasSizeBetween(25, 40);
      assertThat(overlapping(busy.mishaps())).isEmpty();
    }
  }

  @Test
  void once_a_week_a_gateway_of_the_quiet_month_is_away_for_an_hour() throws Exception {
    int seeds = 40;
    List<Duration> away = new ArrayList<>();
    try (Crew crew = new Crew(1)) {
      for (long seed = 1; seed <= seeds; seed++) {
        Simulation quiet =
            Shipped.simulation(Shipped.read("quiet-month").scenario().seeded(seed), crew);
        quiet.mishaps().forEach(mishap -> away.add(mishap.length()));
        assertThat(quiet.mishaps()).allMatch(ShippedScenariosTest::isOfTheWire);
      }
    }

    away.sort(Comparator.naturalOrder());
    double perWeek = away.size() / (seeds * 30 / 7.0);
    System.out.printf(
        "a gateway is away %.2f times a week, for %s to %s, half of the times over %s%n",
        perWeek, away.get(0), away.get(away.size() - 1), away.get(away.size() / 2));
    assertThat(perWeek).isBetween(0.8, 1.2);
    assertThat(away.get(away.size() / 2)).isBetween(Duration.ofMinutes(50), Duration.ofMinutes(70));
  }

  @Test
  void a_campus_has_faults_in_each_canteen() throws Exception {
    try (Crew crew = new Crew(1)) {
      Simulation campus = Shipped.simulation(Shipped.read("campus").scenario(), crew);

      Set<String> struck = new HashSet<>();
      campus.truth().forEach(row -> struck.add(row.label().device().value().substring(0, 3)));
      assertThat(struck).hasSize(20);
    }
  }

  @Test
  void the_same_seed_writes_the_same_bytes_however_many_threads_there_are() throws Exception {
    var scenario = Shipped.read("busy-month").scenario();
    Duration hours = Duration.ofHours(8);

    byte[] one = Shipped.file(scenario, hours, 1);
    assertThat(Shipped.file(scenario, hours, 3)).isEqualTo(one);
    assertThat(Shipped.file(scenario.seeded(2), hours, 2)).isNotEqualTo(one);
    assertThat(new String(one, StandardCharsets.UTF_8))
        .startsWith("time,device,metric,value\n2026-11-01T16:00:")
        .contains(",event:granted,")
        .contains(",event:record:morning-check,");
  }

  private static boolean isOfTheWire(Mishap mishap) {
    return mishap.kind() instanceof WireMishap;
  }

  private static List<Mishap> overlapping(List<Mishap> all) {
    List<Mishap> overlapping = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        Mishap a = all.get(i);
        Mishap b = all.get(j);
        boolean wire = isOfTheWire(a) || isOfTheWire(b);
        if (!wire
            && a.device().equals(b.device())
            && a.onset().isBefore(b.end())
            && b.onset().isBefore(a.end())) {
          overlapping.add(a);
        }
      }
    }
    return overlapping;
  }
}
