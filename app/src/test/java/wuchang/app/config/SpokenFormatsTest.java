package wuchang.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.domain.site.Site;
import wuchang.ingest.Decoded;
import wuchang.ingest.Intake;
import wuchang.simulators.canteen.Canteen;
import wuchang.simulators.machine.Saying;
import wuchang.simulators.machine.Workshop;
import wuchang.simulators.wire.Message;

/** What simulated devices say in the formats of real ones, the intake reads as it was meant. */
class SpokenFormatsTest {
  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

  private static final Offset<Double> ABOUT = Offset.offset(0.01);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {format: thingsboard, id: cold one}
          {format: chirpstack, id: 24e124a1b2c3d4e5}
          {format: chirpstack, id: 24e124a1b2c3d4e5, map: {temperature: {pointer: /object/F, unit: °F}, door_open: {pointer: /object/shut, invert: true}}}
          {format: zigbee2mqtt, id: air, map: {temperature: /temperature}}, {format: zigbee2mqtt, id: door, map: {door_open: {pointer: /contact, invert: true}}}
          {format: tasmota, id: cold-1}
          {format: shelly, id: shellyplus-1}
          {format: neuron, id: group/node}
          {format: json, topic: plant/cold/1, map: {temperature: {pointer: /t, scale: 0.1}, door_open: /door}}
          """)
  void what_is_said_is_what_is_read(String source) throws InterruptedException {
    Site site =
        new ConfigFolder(folder)
            .valid(
                """
                site: {id: east}
                areas: [{id: kitchen}]
                devices:
                  - {id: fridge-1, kind: fridge, area: kitchen, interval: 60s, sources: [%s]}
                """
                    .formatted(source))
            .site();
    Intake intake = new Intake(() -> site);
    Heard heard = new Heard();

    new Canteen(new Workshop(site, Map.of(), Map.of()), 7, NOON)
        .until(
            NOON.plus(Duration.ofHours(2)),
            List.of(),
            false,
            message -> {
              message.tell(heard);
              heard.add(
                  intake.decode(
                      message.topic(), message.payload(), message.retained(), message.sendAt()));
            });

    assertThat(heard.said).containsKey(Metric.TEMPERATURE).hasSizeGreaterThan(1);
    assertThat(heard.said.get(Metric.TEMPERATURE)).hasSizeGreaterThan(100);
    assertThat(heard.read.keySet()).isEqualTo(heard.said.keySet());
    heard.said.forEach((metric, values) -> assertClose(heard.read.get(metric), values));
  }

  private static void assertClose(Map<Instant, Double> read, Map<Instant, Double> said) {
    assertThat(read.keySet()).isEqualTo(said.keySet());
    said.forEach((time, value) -> assertThat(read.get(time)).isCloseTo(value, ABOUT));
  }

  /**
   * Both ends: what the device said, and what came of it, by metric and whole second: Tasmota shows
   * no more.
   */
  private static final class Heard implements Message.Rows {
    private final Map<Metric, Map<Instant, Double>> said = new TreeMap<>();
    private final Map<Metric, Map<Instant, Double>> read = new TreeMap<>();

    void add(Decoded decoded) {
      assertThat(decoded.rejected()).isEmpty();
      assertThat(decoded.strangers()).isEmpty();
      for (Observation observation : decoded.observations()) {
        Reading reading = (Reading) observation;
        put(read, reading.time(), reading.metric(), reading.value());
      }
    }

    @Override
    public void value(Instant time, DeviceId device, Metric metric, double value) {
      put(said, time, metric, value);
    }

    @Override
    public void event(Instant time, Saying.Event event) {
      throw new AssertionError("a fridge has no gate: " + event);
    }

    private static void put(
        Map<Metric, Map<Instant, Double>> values, Instant time, Metric metric, double value) {
      values
          .computeIfAbsent(metric, m -> new TreeMap<>())
          .put(time.truncatedTo(ChronoUnit.SECONDS), value);
    }
  }
}
