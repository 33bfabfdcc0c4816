package wuchang.simulators.canteen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;
import wuchang.simulators.machine.Workshop;
import wuchang.simulators.mishap.ColdMishap;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.mishap.MishapKind;
import wuchang.simulators.mishap.PowerMishap;
import wuchang.simulators.mishap.SensorMishap;
import wuchang.simulators.wire.Message;

class CanteenTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Site SITE = EastCanteen.site();

  /** Nine in the morning in Shanghai: lunch is being prepared. */
  private static final Instant START = Instant.parse("2026-11-23T01:00:00Z");

  private static final Duration TIME = Duration.ofHours(3);

  @Test
  void the_same_seed_gives_the_same_bytes() throws Exception {
    assertThat(lines(SITE, 1, List.of())).isEqualTo(lines(SITE, 1, List.of()));
    assertThat(lines(SITE, 1, List.of())).isNotEqualTo(lines(SITE, 2, List.of()));
  }

  @Test
  void one_device_more_or_less_changes_nothing_about_the_others() throws Exception {
    Map<DeviceId, Device> fewer = new LinkedHashMap<>(SITE.devices());
    fewer.remove(DeviceId.of("gate-1"));
    fewer.remove(DeviceId.of("fridge-1"));

    List<String> all = lines(SITE, 1, List.of());
    // What the meters show is the sum of what hangs on them.
    assertThat(all).containsAll(of(lines(with(fewer), 1, List.of()), "fridge-2", "cabinet-1"));
  }

  @Test
  void a_mishap_changes_nothing_before_it_begins_nor_at_other_devices() throws Exception {
    Instant onset = START.plus(Duration.ofHours(1));
    List<Mishap> mishaps = List.of(mishap(ColdMishap.FRIDGE_FAILURE, "fridge-1", onset, TIME));

    List<Message> calm = play(SITE, 1, List.of());
    List<Message> troubled = play(SITE, 1, mishaps);
    assertThat(before(troubled, "fridge-1", onset)).isEqualTo(before(calm, "fridge-1", onset));
    assertThat(before(troubled, "fridge-2", Instant.MAX))
        .isEqualTo(before(calm, "fridge-2", Instant.MAX));
    assertThat(before(troubled, "fridge-1", Instant.MAX))
        .isNotEqualTo(before(calm, "fridge-1", Instant.MAX));
  }

  @Test
  void every_device_speaks_at_its_interval_and_of_what_its_kind_can_show() throws Exception {
    Map<String, List<Long>> times = new LinkedHashMap<>();
    for (Message message : play(SITE, 3, List.of())) {
      String[] topic = message.topic().split("/");
      assertThat(topic[1]).isEqualTo("east");
      JsonNode body = JSON.readTree(message.payload());
      assertThat(body.get("ts").longValue()).isEqualTo(message.time().toEpochMilli());
      assertThat(body.has("replay")).isFalse();
      Device device = SITE.devices().get(DeviceId.of(topic[2]));
      if (topic[3].equals("telemetry")) {
        checkPlausible(device, body.get("values"));
        if (body.get("values").size() > 1 || topic[2].equals("gw-1")) {
          times.computeIfAbsent(topic[2], d -> new ArrayList<>()).add(body.get("ts").longValue());
        }
      }
    }

    assertThat(times).hasSize(SITE.devices().size() - 1).doesNotContainKey("gate-1");
    times.forEach(
        (device, at) -> {
          long every = device.equals("cabinet-1") ? 30_000 : 60_000;
          assertThat(at).as(device).hasSize((int) (TIME.toMillis() / every));
          assertThat(at.get(7) - at.get(6)).as(device).isEqualTo(every);
        });
  }

  @Test
  void nothing_is_said_of_the_time_before_the_start_or_after_now() throws Exception {
    assertThat(play(SITE, 4, List.of()))
        .allMatch(message -> message.time().isAfter(START))
        .allMatch(message -> !message.time().isAfter(START.plus(TIME)));
  }

  @Test
  void an_unplugged_probe_says_so_and_a_silent_sensor_nothing() throws Exception {
    Instant onset = START.plus(Duration.ofHours(1));
    Duration hour = Duration.ofHours(1);
    List<Message> messages =
        play(
            SITE,
            5,
            List.of(
                mishap(SensorMishap.PROBE_UNPLUGGED, "sample-1", onset, hour),
                mishap(SensorMishap.SENSOR_SILENT, "freezer-1", onset, hour)));

    for (Message message : messages) {
      boolean during = !message.time().isBefore(onset) && message.time().isBefore(onset.plus(hour));
      JsonNode celsius = JSON.readTree(message.payload()).at("/values/temperature");
      if (message.topic().contains("/sample-1/") && !celsius.isMissingNode()) {
        assertThat(celsius.doubleValue() == 327.67).isEqualTo(during);
      }
      if (during) {
        assertThat(message.topic()).doesNotContain("/freezer-1/");
      }
    }
    assertThat(before(messages, "freezer-1", Instant.MAX)).hasSizeGreaterThan(100);
  }

  @Test
  void history_is_marked_as_such() throws Exception {
    List<Message> messages = new ArrayList<>();
    canteen(SITE, 6).until(START.plus(Duration.ofHours(4)), List.of(), true, messages::add);

    for (Message message : messages) {
      assertThat(JSON.readTree(message.payload()).get("replay").booleanValue()).isTrue();
    }
    assertThat(messages).anyMatch(message -> message.topic().endsWith("/event"));
  }

  @Test
  void a_meter_below_another_is_counted_by_it() throws Exception {
    List<Message> messages = play(SITE, 7, List.of());

    double main = last(messages, "meter-main", "power");
    double cold = last(messages, "meter-cold", "power");
    assertThat(cold).isBetween(200.0, 9_000.0);
    assertThat(main).isGreaterThan(cold);
  }

  @Test
  void a_dead_circuit_stops_what_hangs_on_it_and_the_cold_is_lost() throws Exception {
    Instant onset = START.plus(Duration.ofMinutes(30));
    List<Mishap> dead = List.of(mishap(PowerMishap.DEAD_CIRCUIT, "meter-cold", onset, TIME));
    List<Message> calm = play(SITE, 7, List.of());
    List<Message> messages = play(SITE, 7, dead);

    assertThat(last(messages, "meter-cold", "power")).isZero();
    assertThat(last(messages, "meter-cold", "voltage")).isZero();
    assertThat(last(messages, "meter-main", "power")).isPositive();
    for (String fridge : List.of("fridge-1", "fridge-2", "sample-1")) {
      assertThat(last(messages, fridge, "temperature"))
          .as(fridge)
          .isGreaterThan(last(calm, fridge, "temperature") + 2);
    }
    assertThat(last(messages, "fridge-1", "power")).isZero();
  }

  @Test
  void meters_go_on_from_what_they_showed() throws Exception {
    Map<DeviceId, Double> totals = Map.of(DeviceId.of("water-1"), 1_234.56);
    Canteen canteen = new Canteen(new Workshop(SITE, totals, Map.of()), 8, START);
    canteen.until(START.plus(TIME), List.of(), false, message -> {});

    assertThat(canteen.totals())
        .containsOnlyKeys(id("water-1"), id("meter-main"), id("meter-cold"), id("real-fridge"));
    assertThat(canteen.totals().get(id("water-1"))).isBetween(1_234.56, 1_260.0);
  }

  private static void checkPlausible(Device device, JsonNode values) {
    values
        .properties()
        .forEach(
            value -> {
              Metric metric = Metric.of(value.getKey());
              assertThat(metric.isKnown()).as(value.getKey()).isTrue();
              assertThat(device.kind().plausible(metric).contains(value.getValue().doubleValue()))
                  .as("%s %s", device.id(), value)
                  .isTrue();
            });
  }

  private static double last(List<Message> messages, String device, String metric)
      throws Exception {
    List<String> of = before(messages, device, Instant.MAX);
    return JSON.readTree(of.get(of.size() - 1)).at("/values/" + metric).doubleValue();
  }

  private static List<String> before(List<Message> messages, String device, Instant end) {
    return messages.stream()
        .filter(m -> m.topic().contains("/" + device + "/") && m.time().isBefore(end))
        .map(Message::text)
        .toList();
  }

  private static List<String> of(List<String> lines, String... devices) {
    return lines.stream()
        .filter(line -> List.of(devices).stream().anyMatch(d -> line.contains("/" + d + "/")))
        .toList();
  }

  private static List<String> lines(Site site, long seed, List<Mishap> mishaps) throws Exception {
    return play(site, seed, mishaps).stream().map(m -> m.topic() + " " + m.text()).toList();
  }

  private static List<Message> play(Site site, long seed, List<Mishap> mishaps) throws Exception {
    List<Message> messages = new ArrayList<>();
    canteen(site, seed).until(START.plus(TIME), mishaps, false, messages::add);
    return messages;
  }

  private static Canteen canteen(Site site, long seed) {
    return new Canteen(new Workshop(site, Map.of(), Map.of()), seed, START);
  }

  private static Mishap mishap(MishapKind kind, String device, Instant onset, Duration lasting) {
    return new Mishap(kind, id(device), onset, onset.plus(lasting), 1);
  }

  private static DeviceId id(String device) {
    return DeviceId.of(device);
  }

  private static Site with(Map<DeviceId, Device> devices) {
    return new Site(
        SITE.id(),
        SITE.name(),
        SITE.zone(),
        SITE.profile(),
        SITE.diners(),
        SITE.calendar(),
        SITE.people(),
        SITE.areas(),
        devices,
        SITE.channels(),
        SITE.escalation(),
        SITE.rota(),
        SITE.rules(),
        SITE.retention());
  }
}
