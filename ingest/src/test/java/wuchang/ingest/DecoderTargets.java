package wuchang.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.domain.Unit;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.domain.reading.Rejected;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Site;
import wuchang.domain.site.Source;
import wuchang.domain.site.Source.Place;

/** Decodes whatever comes, and looks whether it could be stored. */
final class DecoderTargets {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:05Z");
  private static final List<String> MODELS =
      List.of(
          "em300-th",
          "em300-mcs",
          "em300-di",
          "ws301",
          "ts201",
          "ts301",
          "ct101",
          "lht65n",
          "lds02",
          "sw3l");
  private static final Site SITE = site();

  private static final Map<String, String> TOPICS =
      Map.ofEntries(
          Map.entry("telemetry", "wuchang/east/fridge-1/telemetry"),
          Map.entry("events", "wuchang/east/gate-1/event"),
          Map.entry("gateway", "v1/gateway/telemetry"),
          Map.entry("chirpstack", "application/1/device/0101010101010101/event/up"),
          Map.entry("thingsStack", "v3/app/devices/dev1/up"),
          Map.entry("zigbee2mqtt", "zigbee2mqtt/thing"),
          Map.entry("tasmota", "tele/thing/SENSOR"),
          Map.entry("shelly", "thing/events/rpc"),
          Map.entry("neuron", "/neuron/app"),
          Map.entry("hikvision", "wuchang/$http/hikvision"),
          Map.entry("dahua", "dahua/thing/event"),
          Map.entry("dlt645", "dlt645/thing"),
          Map.entry("cjt188", "cjt188/thing"),
          Map.entry("json", "any/thing"));

  private final Intake intake = new Intake(() -> SITE);

  /** One payload for one decoder. */
  void decode(Target target, byte[] payload) {
    switch (target.name()) {
      case "radioBytes" -> radioBytes(payload);
      case "sparkplug" -> sparkplug(payload);
      case "homeAssistant" -> homeAssistant(payload);
      default -> decode(Optional.ofNullable(TOPICS.get(target.name())).orElseThrow(), payload);
    }
  }

  /** By the name of its folder of inputs. */
  record Target(String name) {}

  private void radioBytes(byte[] payload) {
    if (payload.length > 1) {
      String eui = "%016d".formatted((payload[0] & 0xFF) % MODELS.size());
      byte[] bytes = java.util.Arrays.copyOfRange(payload, 1, payload.length);
      String json =
          "{\"deviceInfo\":{\"devEui\":\"%s\"},\"fPort\":2,\"data\":\"%s\"}"
              .formatted(eui, Base64.getEncoder().encodeToString(bytes));
      decode(
          "application/1/device/x/event/up",
          json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  private void sparkplug(byte[] payload) {
    int middle = payload.length / 2;
    decode("spBv1.0/g/DBIRTH/n/thing", java.util.Arrays.copyOf(payload, middle));
    decode(
        "spBv1.0/g/DDATA/n/thing", java.util.Arrays.copyOfRange(payload, middle, payload.length));
    decode("spBv1.0/g/NDEATH/n", payload);
  }

  private void homeAssistant(byte[] payload) {
    int middle = payload.length / 2;
    decode("homeassistant/sensor/x/config", java.util.Arrays.copyOf(payload, middle));
    decode("homeassistant/thing", java.util.Arrays.copyOfRange(payload, middle, payload.length));
  }

  private void decode(String topic, byte[] payload) {
    Decoded decoded = intake.decode(topic, payload, false, NOW);
    assertThat(decoded.observations()).hasSizeLessThanOrEqualTo(Harvest.MOST_VALUES);
    for (Observation each : decoded.observations()) {
      assertThat(SITE.device(each.device())).isPresent();
      if (!each.provenance().replay()) {
        assertThat(each.time()).isBetween(NOW.minusSeconds(86_400), NOW.plusSeconds(300));
      }
      if (each instanceof Reading reading) {
        assertThat(Double.isNaN(reading.value())).isEqualTo(reading.flaw() == Flaw.MISSING);
        assertThat(Double.isInfinite(reading.value())).isFalse();
      }
    }
    for (Rejected each : decoded.rejected()) {
      assertThat(Legible.isFit(each.detail(), 1_000)).as(each.detail()).isTrue();
    }
    UnknownDevices unknown = new UnknownDevices();
    decoded.strangers().forEach(unknown::saw);
    unknown
        .newest(SITE)
        .forEach(each -> assertThat(Legible.isFit(each.snippet(), 10_000)).isTrue());
  }

  private static Site site() {
    java.util.List<Device> devices = new java.util.ArrayList<>();
    for (String format :
        List.of(
            "tts",
            "zigbee2mqtt",
            "tasmota",
            "shelly",
            "neuron",
            "homeassistant",
            "sparkplug",
            "hikvision",
            "dahua")) {
      devices.add(device(format, format, Optional.empty(), Optional.empty()));
    }
    devices.add(device("json", "json", Optional.empty(), Optional.of("any/thing")));
    devices.add(device("dlt645", "dlt645", Optional.empty(), Optional.of("dlt645/thing")));
    devices.add(device("cjt188", "cjt188", Optional.empty(), Optional.of("cjt188/thing")));
    for (int i = 0; i < MODELS.size(); i++) {
      Source source =
          new Source(
              "chirpstack",
              Optional.of("%016d".formatted(i)),
              Optional.empty(),
              Optional.of(MODELS.get(i)),
              Map.of());
      devices.add(Sites.device("radio-" + i, DeviceKind.FRIDGE, source));
    }
    devices.add(device("cs", "chirpstack", Optional.of("0101010101010101"), Optional.empty()));
    return Sites.east(devices.toArray(Device[]::new));
  }

  private static Device device(
      String id, String format, Optional<String> name, Optional<String> topic) {
    Map<Metric, Place> map =
        format.equals("json")
            ? Map.of(
                Metric.TEMPERATURE,
                new Place("/t", Optional.of(Unit.FAHRENHEIT), 1e300, 0, false, List.of(9999.0)),
                Metric.DOOR_OPEN,
                new Place("", Optional.empty(), 1, 0, true, List.of()))
            : Map.of();
    Optional<String> known = topic.isPresent() ? name : name.or(() -> Optional.of("thing"));
    Source source = new Source(format, known, topic, map);
    return Sites.device(id, DeviceKind.FRIDGE, source);
  }
}
