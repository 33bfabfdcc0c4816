package wuchang.simulators.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.Source;
import wuchang.simulators.wire.Dialect.Greeting;

/**
 * The forms of PAYLOADS.md in which a simulated device can speak over MQTT, each on the topic that
 * its things use by default unless the source names another. Access controllers and cameras speak
 * HTTP, meters' frames come as bytes: those are not spoken here.
 */
final class Dialects {
  private static final String APPLICATION = "17c82e96-be03-4f38-aef3-f83d48582d97";

  private static final DateTimeFormatter NANOS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSS'+00:00'");

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

  /** What a codec of a LoRaWAN probe or contact calls things. */
  private static final Map<String, String> LORA =
      Map.of(
          "temperature", "/object/temperature",
          "humidity", "/object/humidity",
          "door_open", "/object/door_open",
          "water_total", "/object/Water_flow_value=L",
          "pulse_total", "/object/pulse",
          "power", "/object/power",
          "current", "/object/current",
          "voltage", "/object/voltage",
          "power_factor", "/object/power_factor",
          "battery_pct", "/object/battery");

  private static final Map<String, String> ZIGBEE =
      Map.of(
          "temperature", "/temperature",
          "humidity", "/humidity",
          "door_open", "!/contact",
          "power", "/power",
          "voltage", "/voltage",
          "current", "/current",
          "energy_total", "/energy",
          "battery_pct", "/battery",
          "occupied", "/occupancy",
          "linkquality", "/linkquality");

  private static final Map<String, String> TASMOTA =
      Map.ofEntries(
          Map.entry("temperature", "/DS18B20/Temperature"),
          Map.entry("humidity", "/AM2301/Humidity"),
          Map.entry("power", "/ENERGY/Power"),
          Map.entry("power_factor", "/ENERGY/Factor"),
          Map.entry("voltage", "/ENERGY/Voltage"),
          Map.entry("voltage_l1", "/ENERGY/Voltage/0"),
          Map.entry("voltage_l2", "/ENERGY/Voltage/1"),
          Map.entry("voltage_l3", "/ENERGY/Voltage/2"),
          Map.entry("current", "/ENERGY/Current"),
          Map.entry("current_l1", "/ENERGY/Current/0"),
          Map.entry("current_l2", "/ENERGY/Current/1"),
          Map.entry("current_l3", "/ENERGY/Current/2"),
          Map.entry("energy_total", "/ENERGY/Total"));

  private static final Map<String, String> SHELLY =
      Map.ofEntries(
          Map.entry("temperature", "/temperature:0/tC"),
          Map.entry("humidity", "/humidity:0/rh"),
          Map.entry("power", "/switch:0/apower"),
          Map.entry("voltage", "/switch:0/voltage"),
          Map.entry("voltage_l1", "/em:0/a_voltage"),
          Map.entry("voltage_l2", "/em:0/b_voltage"),
          Map.entry("voltage_l3", "/em:0/c_voltage"),
          Map.entry("current", "/switch:0/current"),
          Map.entry("current_l1", "/em:0/a_current"),
          Map.entry("current_l2", "/em:0/b_current"),
          Map.entry("current_l3", "/em:0/c_current"),
          Map.entry("power_factor", "/switch:0/pf"),
          Map.entry("energy_total", "/switch:0/aenergy/total=Wh"),
          Map.entry("battery_pct", "/devicepower:0/battery/percent"));

  private Dialects() {}

  /** How that source speaks; empty when its format is none of these. */
  static Optional<Form> of(Source source, DeviceId device, ZoneId zone) {
    String id = source.id().orElse(device.value());
    return switch (source.format()) {
      case "thingsboard" -> Optional.of(ThingsBoardForm.of(id, source));
      case "chirpstack" -> Optional.of(chirpStack(id, device, source));
      case "zigbee2mqtt" -> Optional.of(zigbee(id, source));
      case "tasmota" -> Optional.of(tasmota(id, source, zone));
      case "shelly" -> Optional.of(shelly(id, source));
      case "neuron" -> Optional.of(neuron(id, source));
      case "json" -> source.topic().map(topic -> json(id, topic, source));
      default -> Optional.empty();
    };
  }

  private static Form chirpStack(String eui, DeviceId device, Source source) {
    Shape shape = Shape.of(source, LORA);
    String topic = "application/" + APPLICATION + "/device/" + eui + "/event/up";
    Dialect.Envelope envelope =
        (json, at, values) -> {
          // The same uplink has the same id, however often it comes.
          byte[] uplink = (eui + at.toEpochMilli()).getBytes(StandardCharsets.UTF_8);
          json.name("deduplicationId").value(UUID.nameUUIDFromBytes(uplink).toString());
          json.name("time").value(nanos(at));
          json.name("deviceInfo").open('{').name("applicationId").value(APPLICATION);
          json.name("deviceName").value(device.value()).name("devEui").value(eui).close('}');
          json.name("fPort").value(85);
          shape.write(values, json);
        };
    return new Dialect(source.topic().orElse(topic), shape, envelope, Optional.empty());
  }

  private static Form zigbee(String name, Source source) {
    Shape shape = Shape.of(source, ZIGBEE);
    String topic = source.topic().orElse("zigbee2mqtt/" + name);
    return new Dialect(
        topic,
        shape,
        (json, at, values) -> {
          shape.write(values, json);
          json.name("last_seen").value(at.toString());
        },
        Optional.of(new Greeting(topic + "/availability", "{\"state\":\"online\"}")));
  }

  /** Its time is the site's, without offset and in whole seconds. */
  private static Form tasmota(String name, Source source, ZoneId zone) {
    Shape shape = Shape.of(source, TASMOTA);
    return new Dialect(
        source.topic().orElse("tele/" + name + "/SENSOR"),
        shape,
        (json, at, values) -> {
          json.name("Time").value(SECONDS.format(LocalDateTime.ofInstant(at, zone)));
          shape.write(values, json);
          json.name("TempUnit").value("C");
        },
        Optional.of(new Greeting("tele/" + name + "/LWT", "Online")));
  }

  private static Form shelly(String id, Source source) {
    Shape shape = Shape.of(source, SHELLY);
    return new Dialect(
        source.topic().orElse(id + "/events/rpc"),
        shape,
        (json, at, values) -> {
          json.name("src").value(id).name("dst").value(id + "/events");
          json.name("method").value("NotifyStatus").name("params").open('{');
          json.name("ts").seconds(at.toEpochMilli());
          shape.write(values, json);
          json.close('}');
        },
        Optional.of(new Greeting(id + "/online", "true")));
  }

  /** The id is {@code node/group}, or the node alone. Tags are named by their metrics. */
  private static Form neuron(String id, Source source) {
    int slash = id.indexOf('/');
    String node = slash < 0 ? id : id.substring(0, slash);
    String group = slash < 0 ? "group" : id.substring(slash + 1);
    String topic = source.topic().orElse("/neuron/" + node);
    Shape shape = Shape.of(source, tags());
    Dialect.Envelope envelope =
        (json, at, values) -> {
          json.name("timestamp").value(at.toEpochMilli());
          json.name("node").value(node).name("group").value(group);
          shape.write(values, json);
        };
    return new Dialect(topic, shape, envelope, Optional.empty());
  }

  private static Map<String, String> tags() {
    return Metric.known().stream()
        .collect(Collectors.toMap(Metric::name, metric -> "/values/" + metric.name()));
  }

  private static Form json(String id, String topic, Source source) {
    Shape shape = Shape.of(source, Map.of());
    Dialect.Envelope envelope =
        (json, at, values) -> {
          json.name("device").value(id).name("ts").value(at.toEpochMilli());
          shape.write(values, json);
        };
    return new Dialect(topic, shape, envelope, Optional.empty());
  }

  /** Nine digits and an offset, as ChirpStack writes its times. */
  private static String nanos(Instant at) {
    return NANOS.format(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
  }
}
