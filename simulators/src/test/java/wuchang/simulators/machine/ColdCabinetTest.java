package wuchang.simulators.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import wuchang.domain.reading.Metric;
import wuchang.simulators.kitchen.Bustle;
import wuchang.simulators.kitchen.ByBustle;
import wuchang.simulators.mishap.ColdMishap;

class ColdCabinetTest {
  private static final ColdHabits UNTOUCHED =
      new ColdHabits(ByBustle.NEVER, Optional.empty(), 0, 0, 0);

  @Test
  void heat_is_neither_made_nor_lost() {
    ColdCabinet dead = fridge(1, UNTOUCHED);
    double[] brought = new double[1];
    Playing<ColdCabinet> playing =
        new Playing<>(dead, 1).with(ColdMishap.FRIDGE_FAILURE, 1, Duration.ofHours(6));
    double[] air = {dead.air()};
    playing.watch(
        now -> {
          boolean moves = now.cooling().airMoves(air[0]);
          double fan = moves ? now.cooling().plant().fanWatts() : 0;
          brought[0] += 2 * (now.box().wallLoss() * (Playing.AMBIENT - air[0]) + fan);
          air[0] = now.air();
        });
    // From one in the morning there is no defrost for hours: all heat comes through the walls.
    ColdCabinet after = playing.pass(Duration.ofHours(2)).machine();

    double kept =
        dead.box().airHeat() * (after.air() - dead.air())
            + dead.box().goodsHeat(0) * (after.goods() - dead.goods())
            + dead.cooling().plant().coilHeat() * (after.cooling().coil() - dead.cooling().coil())
            + 334_000 * (dead.cooling().frost() - after.cooling().frost());
    assertThat(kept / brought[0]).isCloseTo(1, within(0.06));
  }

  @Test
  void an_untouched_fridge_swings_about_its_set_point() {
    List<Double> shown = new ArrayList<>();
    new Playing<>(fridge(2, UNTOUCHED), 2)
        .pass(Duration.ofMinutes(30))
        .watch(fridge -> shown.add(fridge.readings().get(Metric.TEMPERATURE)))
        .pass(Duration.ofHours(2));

    assertThat(shown).allSatisfy(celsius -> assertThat(celsius).isBetween(1.0, 6.5));
    assertThat(mean(shown)).isCloseTo(3.5, within(0.7));
  }

  @Test
  void the_compressor_runs_and_rests_as_controllers_let_it() {
    List<Refrigeration.Mode> modes = new ArrayList<>();
    List<Double> lengths = new ArrayList<>();
    new Playing<>(fridge(3, UNTOUCHED), 3)
        .watch(fridge -> modes.add(fridge.cooling().mode()))
        .pass(Duration.ofHours(2));

    int since = 0;
    for (int i = 1; i < modes.size(); i++) {
      if (modes.get(i) != modes.get(i - 1)) {
        lengths.add((i - since) * 2.0);
        since = i;
      }
    }
    assertThat(lengths).hasSizeGreaterThan(4);
    assertThat(lengths.subList(1, lengths.size()))
        .allSatisfy(seconds -> assertThat(seconds).isBetween(118.0, 3_000.0));
  }

  @Test
  void a_freezer_defrosts_as_the_real_one_does() {
    RandomGenerator random = new SplittableRandom(4);
    ColdPlant plant = ColdPlant.freezer(-18, List.of(LocalTime.of(1, 0)), random);
    ColdCabinet freezer =
        ColdCabinet.running(ColdBox.freezer(random), plant, UNTOUCHED, true, random);
    List<Double> shown = new ArrayList<>();
    List<Double> coil = new ArrayList<>();
    new Playing<>(freezer, 4)
        .watch(
            f -> {
              shown.add(f.readings().get(Metric.TEMPERATURE));
              coil.add(f.cooling().coil());
            })
        .pass(Duration.ofHours(3));

    double peak = shown.stream().mapToDouble(v -> v).max().orElseThrow();
    assertThat(peak).as("temperature_freezer rises from −17.8 to −13").isBetween(-15.5, -10.5);
    long warm = shown.stream().filter(celsius -> celsius > -16).count() * 2 / 60;
    assertThat(warm).as("minutes above −16 °C; 20 to 30 in the real one").isBetween(8L, 40L);
    assertThat(shown.subList(60 * 30, 60 * 30 + 1)).as("before it").allMatch(c -> c < -16.5);
    assertThat(shown.subList(110 * 30, shown.size())).as("50 min later").allMatch(c -> c < -16.5);
    assertThat(coil.stream().filter(celsius -> Math.abs(celsius) < 0.01).count())
        .as("steps in which ice holds the coil at 0 °C")
        .isGreaterThan(10);
  }

  @Test
  void a_fridge_is_mild_while_it_defrosts() {
    RandomGenerator random = new SplittableRandom(5);
    ColdPlant plant = ColdPlant.fridge(4, List.of(LocalTime.of(1, 0)), random);
    ColdCabinet fridge =
        ColdCabinet.running(ColdBox.fridge(random), plant, UNTOUCHED, true, random);
    List<Double> shown = new ArrayList<>();
    new Playing<>(fridge, 5)
        .watch(f -> shown.add(f.readings().get(Metric.TEMPERATURE)))
        .pass(Duration.ofHours(2));

    assertThat(shown.stream().mapToDouble(v -> v).max().orElseThrow()).isBetween(7.5, 14.0);
    assertThat(shown.get(shown.size() - 1)).as("40 minutes later").isLessThan(6.5);
  }

  @Test
  void air_returns_after_the_door_was_open() {
    Playing<ColdCabinet> playing =
        new Playing<>(fridge(6, UNTOUCHED), 6)
            .pass(Duration.ofMinutes(40))
            .with(ColdMishap.DOOR_LEFT_OPEN, 1, Duration.ofMinutes(8))
            .pass(Duration.ofMinutes(8));
    double warm = playing.machine().air();
    playing.pass(Duration.ofMinutes(25));

    assertThat(warm).isBetween(12.0, Playing.AMBIENT);
    assertThat(playing.machine().air()).isLessThan(6.5);
    assertThat(playing.machine().goods()).as("goods hardly noticed").isBetween(2.0, 6.0);
    assertThat(doors(playing)).containsExactly(1.0, 0.0);
  }

  @Test
  void a_dead_fridge_warms_for_hours_and_recovers_when_it_is_mended() {
    Playing<ColdCabinet> playing =
        new Playing<>(fridge(7, ColdHabits.fridge(new SplittableRandom(7))), 7)
            .during(Bustle.PREPARING)
            .pass(Duration.ofMinutes(30))
            .with(ColdMishap.FRIDGE_FAILURE, 1, Duration.ofHours(3))
            .pass(Duration.ofHours(3).minusSeconds(10));
    ColdCabinet dead = playing.machine();
    double watts = dead.watts();
    playing.pass(Duration.ofHours(1));

    assertThat(dead.air()).isBetween(8.5, 20.0);
    assertThat(watts).as("only the fan").isLessThan(30);
    assertThat(playing.machine().air()).isLessThan(8);
  }

  @Test
  void a_dead_freezer_is_held_by_what_thaws_in_it() {
    RandomGenerator random = new SplittableRandom(8);
    ColdPlant plant = ColdPlant.freezer(-18, List.of(LocalTime.of(23, 0)), random);
    ColdCabinet freezer =
        ColdCabinet.running(
            ColdBox.freezer(random), plant, ColdHabits.freezer(random), true, random);
    Playing<ColdCabinet> playing =
        new Playing<>(freezer, 8)
            .during(Bustle.PREPARING)
            .with(ColdMishap.FREEZER_FAILURE, 1, Duration.ofHours(20));

    double after4 = playing.pass(Duration.ofHours(4)).machine().goods();
    double after8 = playing.pass(Duration.ofHours(4)).machine().goods();
    double after16 = playing.pass(Duration.ofHours(8)).machine().goods();

    assertThat(after4).isGreaterThan(-17);
    assertThat(after8).isBetween(after4, -1.0);
    assertThat(after16 - after8).as("thawing takes its time").isLessThan(after8 - after4 + 4);
  }

  @Test
  void electric_power_begins_with_a_surge_that_fades() {
    ColdPlant plant = ColdPlant.fridge(4, List.of(), new SplittableRandom(9));
    Refrigeration starting = new Refrigeration(plant, Refrigeration.Mode.COOLING, 10, 4, 0, 0);
    Refrigeration running = new Refrigeration(plant, Refrigeration.Mode.COOLING, 1_500, -8, 0, 0);

    assertThat(starting.watts(ColdFaults.NONE) / running.watts(ColdFaults.NONE))
        .isBetween(1.8, 2.1);
    assertThat(running.watts(ColdFaults.NONE))
        .isCloseTo(plant.compressorWatts() + plant.fanWatts(), within(1.0));
  }

  private static ColdCabinet fridge(long seed, ColdHabits habits) {
    RandomGenerator random = new SplittableRandom(seed);
    ColdPlant plant = ColdPlant.fridge(3.5, List.of(LocalTime.of(22, 0)), random);
    return ColdCabinet.running(ColdBox.fridge(random), plant, habits, true, random);
  }

  private static List<Double> doors(Playing<ColdCabinet> playing) {
    return playing.sayings().stream()
        .map(saying -> ((Saying.Values) saying).values().get(Metric.DOOR_OPEN))
        .toList();
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(v -> v).average().orElseThrow();
  }
}
