package wuchang.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.Reading;
import wuchang.domain.reading.Rejected;
import wuchang.domain.reading.Rejected.Reason;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Site;
import wuchang.domain.site.Source;
import wuchang.ingest.format.Heard.Ask;
import wuchang.ingest.frame.SparkplugPayload;

/** What no single message shows: what is remembered between two, and what must not be. */
class FormatRulesTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:01:00.250Z");
  private static final Site SITE =
      Sites.east(
          Sites.device("radio", DeviceKind.FRIDGE, source("chirpstack", "0101010101010101")),
          Sites.device("plc", DeviceKind.FRIDGE, source("sparkplug", "line/plc/cold")),
          Sites.device("discovered", DeviceKind.FRIDGE, source("homeassistant", "cold01ad")));

  private final Intake intake = new Intake(() -> SITE);
  private final Repetitions repetitions = new Repetitions();

  private static Source source(String format, String id) {
    return new Source(format, Optional.of(id), Optional.empty(), Map.of());
  }

  private Decoded decode(String topic, String payload, Instant arrived) {
    return repetitions.without(
        intake.decode(topic, payload.getBytes(UTF_8), false, arrived), arrived);
  }

  private Decoded sparkplug(String kind, String hex) {
    byte[] payload = HexFormat.of().parseHex(hex);
    return intake.decode("spBv1.0/line/" + kind + "/plc/cold", payload, false, NOW);
  }

  private static List<String> brief(Decoded decoded) {
    return decoded.observations().stream()
        .map(Reading.class::cast)
        .map(r -> r.metric() + "=" + r.value() + "@" + r.time())
        .toList();
  }

  private static String up(String key, String time, String more) {
    return "{\"deduplicationId\":\"%s\",\"time\":\"%s\",\"deviceInfo\":{\"devEui\":\"0101010101010101\"},%s\"object\":{\"temperature\":4}}"
        .formatted(key, time, more);
  }

  @Test
  void d4_a_time_of_its_own_is_believed_within_a_day() {
    String topic = "application/1/device/0101010101010101/event/up";
    Reading yesterday =
        (Reading) decode(topic, up("a", "2025-12-31T00:01:01Z", ""), NOW).observations().get(0);
    assertThat(yesterday.time()).isEqualTo(Instant.parse("2025-12-31T00:01:01Z"));
    assertThat(yesterday.arrived()).isEqualTo(NOW);
    Reading older =
        (Reading) decode(topic, up("b", "2025-12-31T00:00:59Z", ""), NOW).observations().get(0);
    assertThat(older.time()).isEqualTo(NOW);
    assertThat(older.flaw()).isEqualTo(Flaw.CLOCK_SKEW);
    Reading ahead =
        (Reading) decode(topic, up("c", "2026-01-01T00:06:01Z", ""), NOW).observations().get(0);
    assertThat(ahead.flaw()).isEqualTo(Flaw.CLOCK_SKEW);
  }

  @Test
  void d6_an_uplink_that_the_network_hands_over_twice_counts_once() {
    String topic = "application/1/device/0101010101010101/event/up";
    assertThat(brief(decode(topic, up("same", "2026-01-01T00:00:00Z", ""), NOW))).hasSize(1);
    Decoded again = decode(topic, up("same", "2026-01-01T00:00:01Z", ""), NOW.plusSeconds(1));
    assertThat(again.observations()).isEmpty();
    assertThat(again.rejected()).isEmpty();
  }

  @Test
  void d6_without_an_id_the_frame_counter_tells() {
    String topic = "application/1/device/0101010101010101/event/up";
    String seventh = "\"devAddr\":\"00189440\",\"fCnt\":7,";
    assertThat(brief(decode(topic, up("", "2026-01-01T00:00:00Z", seventh), NOW))).hasSize(1);
    assertThat(brief(decode(topic, up("", "2026-01-01T00:00:02Z", seventh), NOW))).isEmpty();
    Instant later = Instant.parse("2026-01-01T00:20:00Z");
    assertThat(brief(decode(topic, up("", "2026-01-01T00:20:00Z", seventh), later)))
        .as("a counter that started anew")
        .hasSize(1);
    String eighth = "\"devAddr\":\"00189440\",\"fCnt\":8,";
    assertThat(brief(decode(topic, up("", "2026-01-01T00:00:03Z", eighth), NOW))).hasSize(1);
    String joinedAnew = "\"devAddr\":\"01aa0001\",\"fCnt\":7,";
    assertThat(brief(decode(topic, up("", "2026-01-01T00:00:04Z", joinedAnew), NOW))).hasSize(1);
  }

  @Test
  void d6_what_was_not_journalled_may_come_again() {
    String topic = "application/1/device/0101010101010101/event/up";
    Decoded first = decode(topic, up("lost", "2026-01-01T00:00:00Z", ""), NOW);
    repetitions.forget(first);
    assertThat(brief(decode(topic, up("lost", "2026-01-01T00:00:00Z", ""), NOW))).hasSize(1);
  }

  @Test
  void d11_a_stranger_is_spoken_of_once_a_day() {
    UnknownDevices unknown = new UnknownDevices();
    String payload =
        "{\"deviceInfo\":{\"devEui\":\"ffffffffffffffff\"},\"object\":{\"temperature\":4}}";
    String topic = "application/1/device/ffffffffffffffff/event/up";
    Decoded decoded = decode(topic, payload, NOW);
    assertThat(decoded.rejected())
        .extracting(Rejected::reason)
        .containsExactly(Reason.UNKNOWN_DEVICE);
    assertThat(unknown.saw(decoded.strangers().get(0))).isTrue();
    Decoded later = decode(topic, payload, NOW.plus(Duration.ofHours(23)));
    assertThat(unknown.saw(later.strangers().get(0))).isFalse();
    Decoded nextDay = decode(topic, payload, NOW.plus(Duration.ofHours(24)));
    assertThat(unknown.saw(nextDay.strangers().get(0))).isTrue();
    assertThat(unknown.newest(SITE).get(0).snippet())
        .isEqualTo(
            "- {id: ffffffffffffffff, kind: fridge, area: kitchen,"
                + " sources: [{format: chirpstack, id: ffffffffffffffff}]}");
  }

  @Test
  void d12_bytes_that_do_not_decode_are_kept_with_their_device() {
    Site site =
        Sites.east(
            Sites.device(
                "radio",
                DeviceKind.FRIDGE,
                new Source(
                    "chirpstack",
                    Optional.of("0101010101010101"),
                    Optional.empty(),
                    Optional.of("EM300-TH"),
                    Map.of())));
    byte[] payload =
        "{\"deviceInfo\":{\"devEui\":\"0101010101010101\"},\"fPort\":85,\"data\":\"qg==\"}"
            .getBytes(UTF_8);
    Decoded decoded =
        new Intake(() -> site)
            .decode("application/1/device/0101010101010101/event/up", payload, false, NOW);
    Rejected kept = decoded.rejected().get(0);
    assertThat(kept.reason()).isEqualTo(Reason.DECODE_FAILED);
    assertThat(kept.device()).contains(DeviceId.of("radio"));
    assertThat(kept.payload()).isEqualTo(payload);
  }

  @Test
  void sparkplug_names_come_with_the_birth() throws Exception {
    Decoded early =
        sparkplug("DDATA", "08e0a4eeb6b7331212100118e0a4eeb6b7336933333333333322401802");
    assertThat(early.observations()).isEmpty();
    assertThat(early.rejected()).extracting(Rejected::reason).containsExactly(Reason.DECODE_FAILED);
    Ask ask = early.asks().get(0);
    assertThat(ask.topic()).isEqualTo("spBv1.0/line/NCMD/plc");
    SparkplugPayload.Metric command = SparkplugPayload.read(ask.payload()).metrics().get(0);
    assertThat(command.name()).contains("Node Control/Rebirth");
    assertThat(command.value()).contains(true);
    assertThat(
            sparkplug("DDATA", "08e0a4eeb6b7331212100118e0a4eeb6b7336933333333333322401802").asks())
        .as("once a minute")
        .isEmpty();

    assertThat(
            brief(
                sparkplug(
                    "DBIRTH",
                    "0880d0eab6b73312210a0b74656d706572617475726510011880d0eab6b733200a69cdcccccccccc104012180a09646f6f725f6f70656e10021880d0eab6b733200b70001801")))
        .containsExactlyInAnyOrder(
            "temperature=4.2@2026-01-01T00:00:00Z",
            "door_open=0.0@2026-01-01T00:00:00Z",
            "online=1.0@" + NOW);
    assertThat(
            brief(sparkplug("DDATA", "08e0a4eeb6b7331212100118e0a4eeb6b7336933333333333322401802")))
        .containsExactly("temperature=9.1@2026-01-01T00:01:00Z");
    assertThat(brief(intake.decode("spBv1.0/line/NDEATH/plc", new byte[] {0x18, 1}, false, NOW)))
        .as("with its node a device is gone")
        .containsExactly("online=0.0@" + NOW);
  }

  @Test
  void home_assistant_describes_what_it_will_send() {
    String topic = "homeassistant/sensor/cold/temperature/config";
    String config =
        """
        {"name":null,"dev_cla":"temperature","stat_t":"homeassistant/sensor/cold/state",
         "uniq_id":"cold01ad","unit_of_meas":"°F","val_tpl":"{{ value_json['a'].t }}",
         "dev":{"ids":["01ad"],"name":"Cold"}}""";
    assertThat(decode(topic, config, NOW).rejected()).isEmpty();
    Decoded state = decode("homeassistant/sensor/cold/state", "{\"a\":{\"t\":41}}", NOW);
    assertThat(brief(state)).containsExactly("temperature=5.0@" + NOW);
    assertThat(state.rejected()).isEmpty();

    decode(topic, "", NOW);
    assertThat(decode("homeassistant/sensor/cold/state", "{\"a\":{\"t\":41}}", NOW).observations())
        .as("an empty description takes it back")
        .isEmpty();
  }

  @Test
  void home_assistant_offers_what_nobody_has_configured() {
    UnknownDevices unknown = new UnknownDevices();
    Decoded garden =
        decode(
            "homeassistant/binary_sensor/garden/config",
            "{\"name\":null,\"device_class\":\"motion\",\"state_topic\":\"homeassistant/binary_sensor/garden/state\",\"unique_id\":\"motion01ad\",\"device\":{\"identifiers\":[\"01ad\"],\"name\":\"Garden\"}}",
            NOW);
    assertThat(garden.rejected()).isEmpty();
    unknown.saw(garden.strangers().get(0));
    Decoded plug =
        decode(
            "homeassistant/sensor/0x84fd27fffe714d42/linkquality/config",
            "{\"availability\":[{\"topic\":\"zigbee2mqtt/bridge/state\"}],\"device\":{\"identifiers\":[\"zigbee2mqtt_0x84fd27fffe714d42\"],\"manufacturer\":\"ORVIBO\"},\"state_class\":\"measurement\",\"state_topic\":\"zigbee2mqtt/cold\",\"unique_id\":\"u1\",\"unit_of_measurement\":\"lqi\",\"expire_after\":3600,\"value_template\":\"{{ value_json.linkquality }}\"}",
            NOW);
    unknown.saw(plug.strangers().get(0));
    assertThat(unknown.newest(SITE))
        .extracting(UnknownDevices.UnknownDevice::snippet)
        .containsExactly(
            "- {id: u1, kind: gateway, area: kitchen, interval: 3600s, sources: [{format: homeassistant, id: \"u1\", topic: \"zigbee2mqtt/cold\", map: {linkquality: \"/linkquality\"}}]}",
            "- {id: motion01ad, kind: gateway, area: kitchen, sources: [{format: homeassistant, id: \"motion01ad\", topic: \"homeassistant/binary_sensor/garden/state\", map: {occupied: \"\"}}]}");
  }

  @Test
  void a_template_that_is_more_than_a_path_is_not_guessed_at() {
    Decoded decoded =
        decode(
            "homeassistant/sensor/x/config",
            "{\"state_topic\":\"x\",\"unique_id\":\"u2\",\"value_template\":\"{{ value_json.t | float * 2 }}\"}",
            NOW);
    assertThat(decoded.strangers()).isEmpty();
  }

  @Test
  void what_is_listened_to_follows_from_the_sources() {
    assertThat(Intake.topicsOf(SITE))
        .containsExactly("application/+/device/+/event/+", "spBv1.0/#", "homeassistant/#");
    assertThat(Intake.topicsOf(Sites.east())).isEmpty();
  }
}
