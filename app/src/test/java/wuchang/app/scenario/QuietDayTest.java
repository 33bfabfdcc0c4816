package wuchang.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.DeviceKind;
import wuchang.simulators.machine.Saying;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.scenario.Crew;
import wuchang.simulators.scenario.Scenario;
import wuchang.simulators.scenario.Simulation;
import wuchang.simulators.scenario.Stretch;
import wuchang.simulators.wire.Message;

/** No month is quiet by idleness: a service day of the quiet month. */
class QuietDayTest {
  /** Longer than any clock is wrong. */
  private static final Duration A_WHILE = Duration.ofSeconds(30);

  private final Map<DeviceId, Integer> openings = new HashMap<>();
  private final Map<DeviceId, Double> coldest = new HashMap<>();
  private final Map<DeviceId, Double> warmest = new HashMap<>();
  private final IdentityHashMap<List<Saying>, Integer> sent = new IdentityHashMap<>();
  private List<Mishap> away = List.of();
  private long samples;
  private long late;

  @Test
  void a_service_day_is_full_of_life_and_of_small_losses() throws Exception {
    Scenario scenario = Shipped.read("quiet-month").scenario();
    Instant from = Shipped.MONDAY;
    Stretch day = new Stretch(from, from.plus(Duration.ofDays(1)));
    try (Crew crew = new Crew(2)) {
      Simulation simulation = new Simulation(scenario, day, Simulation.FAST, crew);
      away = simulation.mishaps();
      while (!simulation.isOver()) {
        simulation.next(day.to(), false).forEach(this::count);
      }
    }
    List<DeviceId> fridges =
        scenario.site().devices().values().stream()
            .filter(d -> d.kind() == DeviceKind.FRIDGE && !d.traits().walkIn())
            .map(d -> d.id())
            .toList();
    assertThat(fridges).hasSize(6);
    for (DeviceId fridge : fridges) {
      assertThat(openings.getOrDefault(fridge, 0)).as("openings of %s", fridge).isBetween(60, 200);
      double swing = warmest.getOrDefault(fridge, 0.0) - coldest.getOrDefault(fridge, 0.0);
      assertThat(swing).as("defrosts and loads of %s", fridge).isGreaterThan(4);
    }
    // Each speaks as often as its interval says; one in a hundred is lost.
    double spoken =
        scenario.site().devices().values().stream()
            .flatMap(device -> device.interval().stream())
            .mapToDouble(interval -> (double) day.length().toMillis() / interval.toMillis())
            .sum();
    assertThat(samples / spoken).isBetween(0.98, 0.995);
    double repeated = sent.values().stream().filter(n -> n > 1).count() / (double) sent.size();
    assertThat(repeated).isBetween(0.001, 0.006);
    assertThat(late / (double) sent.size()).isBetween(0.001, 0.006);
    System.out.printf(
        "a service day: %s openings, %.4f of the samples arrive, %.4f twice, %.4f late%n",
        openings.values(), samples / spoken, repeated, late / (double) sent.size());
  }

  private void count(Message message) {
    boolean first = sent.merge(message.said(), 1, Integer::sum) == 1;
    if (!first || !(message.said().get(0) instanceof Saying.Values values)) {
      return;
    }
    boolean contact = values.values().size() == 1 && values.values().containsKey(Metric.DOOR_OPEN);
    if (contact && values.values().get(Metric.DOOR_OPEN) == 1) {
      openings.merge(message.device(), 1, Integer::sum);
    }
    if (!contact) {
      samples++;
      boolean heard = away.stream().noneMatch(outage -> outage.isActive(values.at()));
      late += heard && values.at().plus(A_WHILE).isBefore(message.sendAt()) ? 1 : 0;
    }
    Double celsius = values.values().get(Metric.TEMPERATURE);
    if (celsius != null) {
      coldest.merge(message.device(), celsius, Math::min);
      warmest.merge(message.device(), celsius, Math::max);
    }
  }
}
