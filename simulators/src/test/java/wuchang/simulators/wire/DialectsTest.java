package wuchang.simulators.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.domain.Unit;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;
import wuchang.domain.site.Source;
import wuchang.domain.site.Source.Place;
import wuchang.simulators.canteen.EastCanteen;
import wuchang.simulators.machine.Saying;
import wuchang.simulators.mishap.Troubles;

/** Against the shapes that PAYLOADS.md shows, not against a reader of ours. */
class DialectsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Site SITE = EastCanteen.site();
  private static final Device FRIDGE = SITE.devices().get(DeviceId.of("fridge-1"));

  /** 12:00:00.120 in Shanghai. */
  private static final Instant AT = Instant.ofEpochMilli(1_767_240_000_120L);

  private static final Map<Metric, Double> COLD =
      Map.of(Metric.TEMPERATURE, 4.3, Metric.HUMIDITY, 61.0, Metric.DOOR_OPEN, 1.0);
  private static final Map<Metric, Double> METER =
      Map.of(
          Metric.POWER,
          1_830.5,
          Metric.of("voltage_l1"),
          221.4,
          Metric.of("voltage_l3"),
          219.8,
          Metric.ENERGY_TOTAL,
          12.345678);

  @Test
  void chirpstack_puts_the_codecs_object_into_its_envelope() throws Exception {
    Message up = one(source("chirpstack", "24e124", Map.of()), COLD);

    assertThat(up.topic()).matches("application/[^/]+/device/24e124/event/up");
    JsonNode body = JSON.readTree(up.text());
    assertThat(body.at("/time").asText()).isEqualTo("2026-01-01T04:00:00.120000000+00:00");
    assertThat(body.at("/deviceInfo/devEui").asText()).isEqualTo("24e124");
    assertThat(body.at("/deduplicationId").asText()).hasSize(36);
    assertThat(body.at("/object/temperature").doubleValue()).isEqualTo(4.3);
    assertThat(body.at("/object/door_open").booleanValue()).isTrue();
  }

  @Test
  void the_sites_map_is_honoured_backwards() throws Exception {
    Place fahrenheit =
        new Place("/object/TempF", Optional.of(Unit.FAHRENHEIT), 0.1, -5, false, List.of());
    Place contact = new Place("/object/list/1", Optional.empty(), 1, 0, true, List.of());
    Map<Metric, Place> map = Map.of(Metric.TEMPERATURE, fahrenheit, Metric.DOOR_OPEN, contact);

    JsonNode body = JSON.readTree(one(source("chirpstack", "a", map), COLD).text());
    double raw = body.at("/object/TempF").doubleValue();
    assertThat(Unit.FAHRENHEIT.convert(raw * 0.1 - 5, Unit.CELSIUS)).isCloseTo(4.3, within(1e-6));
    assertThat(body.at("/object/list/0").isNull()).isTrue();
    assertThat(body.at("/object/list/1").booleanValue()).isFalse();
    assertThat(body.at("/object").size()).isEqualTo(2);
  }

  @Test
  void zigbee2mqtt_says_contact_when_the_door_is_closed_and_is_available() throws Exception {
    List<Message> all = said(COLD, source("zigbee2mqtt", "cold/door", Map.of()));

    assertThat(all.get(0).topic()).isEqualTo("zigbee2mqtt/cold/door/availability");
    assertThat(all.get(0).text()).isEqualTo("{\"state\":\"online\"}");
    assertThat(all.get(0).retained()).isTrue();
    assertThat(all.get(1).topic()).isEqualTo("zigbee2mqtt/cold/door");
    assertThat(all.get(1).retained()).isFalse();
    JsonNode body = JSON.readTree(all.get(1).text());
    assertThat(body.get("contact").booleanValue()).isFalse();
    assertThat(body.get("temperature").doubleValue()).isEqualTo(4.3);
    assertThat(Instant.parse(body.get("last_seen").asText())).isEqualTo(AT);
  }

  @Test
  void tasmota_tells_local_time_and_phases_as_an_array() throws Exception {
    Message told = one(source("tasmota", "meter", Map.of()), METER);

    assertThat(told.topic()).isEqualTo("tele/meter/SENSOR");
    JsonNode body = JSON.readTree(told.text());
    assertThat(body.get("Time").asText()).isEqualTo("2026-01-01T12:00:00");
    assertThat(body.at("/ENERGY/Power").doubleValue()).isEqualTo(1_830.5);
    assertThat(body.at("/ENERGY/Total").doubleValue()).isEqualTo(12.345678);
    assertThat(body.at("/ENERGY/Voltage").toString()).isEqualTo("[221.4,null,219.8]");
  }

  @Test
  void shelly_counts_watt_hours() throws Exception {
    Message told = one(source("shelly", "shellyplus1pm-aa", Map.of()), METER);

    assertThat(told.topic()).isEqualTo("shellyplus1pm-aa/events/rpc");
    JsonNode body = JSON.readTree(told.text());
    assertThat(body.get("method").asText()).isEqualTo("NotifyStatus");
    assertThat(body.at("/params/ts").asText()).startsWith("1.76724").endsWith("E9");
    assertThat(told.text()).contains("\"ts\":1767240000.120,");
    assertThat(body.at("/params/em:0/c_voltage").doubleValue()).isEqualTo(219.8);
    assertThat(body.at("/params/switch:0/aenergy/total").doubleValue()).isEqualTo(12_345.678);
  }

  @Test
  void neuron_names_node_group_and_tags() throws Exception {
    Message told = one(source("neuron", "modbus/grp", Map.of()), METER);

    assertThat(told.topic()).isEqualTo("/neuron/modbus");
    JsonNode body = JSON.readTree(told.text());
    assertThat(body.get("node").asText()).isEqualTo("modbus");
    assertThat(body.get("group").asText()).isEqualTo("grp");
    assertThat(body.get("timestamp").longValue()).isEqualTo(AT.toEpochMilli());
    assertThat(body.at("/values/energy_total").doubleValue()).isEqualTo(12.345678);
  }

  @Test
  void thingsboard_gives_a_list_by_device() throws Exception {
    Message told = one(source("thingsboard", "Device A", Map.of()), Map.of(Metric.POWER, 5.0));

    assertThat(told.topic()).isEqualTo("v1/gateway/telemetry");
    assertThat(told.text())
        .isEqualTo("{\"Device A\":[{\"ts\":1767240000120,\"values\":{\"power\":5.0}}]}");
  }

  @Test
  void each_source_says_what_it_has_a_place_for() throws Exception {
    Place celsius = new Place("/object/T", Optional.empty(), 1, 0, false, List.of());
    Source probe = source("chirpstack", "a", Map.of(Metric.TEMPERATURE, celsius));
    List<Message> all = said(COLD, probe, source("zigbee2mqtt", "door", Map.of()));

    Map<String, String> texts = new LinkedHashMap<>();
    all.forEach(message -> texts.put(message.topic().split("/")[0], message.text()));
    assertThat(texts.get("application")).contains("\"object\":{\"T\":4.3}");
    assertThat(texts.get("zigbee2mqtt")).contains("humidity", "contact").doesNotContain("temper");
  }

  @Test
  void history_is_said_in_the_native_form_which_alone_can_mark_it() {
    Wire wire = new Wire(SITE);
    Link link = link(wire, source("tasmota", "t", Map.of()));
    link.sample(new Saying.Values(AT, COLD), Troubles.NONE, true, wire);

    assertThat(wire.due(AT, List.of()))
        .singleElement()
        .satisfies(m -> assertThat(m.topic()).isEqualTo("wuchang/east/fridge-1/telemetry"))
        .satisfies(m -> assertThat(m.text()).endsWith("\"replay\":true}"));
  }

  @Test
  void what_speaks_http_or_in_frames_is_not_spoken() {
    for (String format : List.of("hikvision", "dahua", "dlt645", "sparkplug")) {
      Device device = Sites.heardAs(FRIDGE, source(format, "x", Map.of()));
      assertThat(Voices.of(SITE, device).heard()).as(format).isFalse();
    }
  }

  private static Source source(String format, String id, Map<Metric, Place> map) {
    return new Source(format, Optional.of(id), Optional.empty(), map);
  }

  private static Link link(Wire wire, Source... sources) {
    Device device = Sites.heardAs(FRIDGE, sources);
    Voices voices = Voices.of(SITE, device);
    return new Link(device, voices, WireHabits.PERFECT, new SplittableRandom(1));
  }

  private static List<Message> said(Map<Metric, Double> values, Source... sources) {
    Wire wire = new Wire(SITE);
    Link link = link(wire, sources);
    link.sample(new Saying.Values(AT, values), Troubles.NONE, false, wire);
    return wire.due(AT, List.of());
  }

  private static Message one(Source source, Map<Metric, Double> values) {
    List<Message> all = said(values, source);
    return all.get(all.size() - 1);
  }
}
