package wuchang.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Provenance;
import wuchang.domain.reading.Reading;
import wuchang.domain.reading.Rejected;
import wuchang.domain.reading.Rejected.Reason;
import wuchang.domain.site.Site;

class IntakeTest {
  private static final String FRIDGE = "wuchang/east/fridge-1/telemetry";
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:05.250Z");
  private static final long TS = 1767225600000L; // 2026-01-01T00:00:00Z
  private static final Site EAST = Sites.east();

  private final Intake intake = new Intake(() -> EAST);

  private Decoded decode(String topic, String payload) {
    return intake.decode(topic, payload.getBytes(UTF_8), false, NOW);
  }

  /** The readings in short: {@code temperature=4.2@time}. */
  private static List<String> brief(Decoded decoded) {
    return decoded.observations().stream()
        .map(Reading.class::cast)
        .map(r -> r.metric() + "=" + r.value() + "@" + r.time())
        .toList();
  }

  private static Reason reason(Decoded decoded) {
    return only(decoded).reason();
  }

  private static Rejected only(Decoded decoded) {
    assertThat(decoded.rejected()).hasSize(1);
    return decoded.rejected().get(0);
  }

  @Test
  void plain_values_have_the_time_of_arrival() {
    Decoded decoded = decode(FRIDGE, "{\"temperature\":4.2,\"door_open\":false}");
    assertThat(brief(decoded)).containsExactly("temperature=4.2@" + NOW, "door_open=0.0@" + NOW);
    Reading first = (Reading) decoded.observations().get(0);
    assertThat(first.provenance()).isEqualTo(Provenance.UNTIMED);
    assertThat(first.flaw()).isEqualTo(Flaw.NONE);
    assertThat(first.arrived()).isEqualTo(NOW);
    assertThat(first.device()).isEqualTo(Sites.FRIDGE);
    assertThat(decoded.format()).isEqualTo("native");
    assertThat(decoded.rejected()).isEmpty();
  }

  @Test
  void values_with_a_time_have_that_time() {
    Decoded decoded = decode(FRIDGE, "{\"ts\":" + TS + ",\"values\":{\"temperature\":4.2}}");
    assertThat(brief(decoded)).containsExactly("temperature=4.2@2026-01-01T00:00:00Z");
    assertThat(decoded.observations().get(0).provenance()).isEqualTo(Provenance.LIVE);
  }

  @Test
  void keys_may_stand_in_any_order() {
    assertThat(brief(decode(FRIDGE, "{\"values\":{\"temperature\":4},\"ts\":" + TS + "}")))
        .containsExactly("temperature=4.0@2026-01-01T00:00:00Z");
  }

  @Test
  void a_time_may_stand_beside_plain_values() {
    assertThat(brief(decode(FRIDGE, "{\"ts\":" + TS + ",\"temperature\":4.2}")))
        .containsExactly("temperature=4.2@2026-01-01T00:00:00Z");
  }

  @Test
  void an_array_has_a_time_for_each() {
    String payload =
        "[{\"ts\":%d,\"values\":{\"temperature\":4}},{\"ts\":%d,\"values\":{\"temperature\":5}}]"
            .formatted(TS, TS + 1);
    assertThat(brief(decode(FRIDGE, payload)))
        .containsExactly(
            "temperature=4.0@2026-01-01T00:00:00Z", "temperature=5.0@2026-01-01T00:00:00.001Z");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01T08:00:00+08:00",
    "2026-01-01T08:00:00+0800",
    "2026-01-01T08:00+08",
    "2026-01-01T00:00:00.000Z",
    "2026-01-01T00:00:00.000000999+00:00",
    "1767225600000"
  })
  void a_time_may_be_text(String ts) {
    assertThat(brief(decode(FRIDGE, "{\"ts\":\"" + ts + "\",\"values\":{\"temperature\":4}}")))
        .containsExactly("temperature=4.0@2026-01-01T00:00:00Z");
  }

  @Test
  void a_device_whose_clock_is_not_set_sends_null_and_has_the_time_of_arrival() {
    Decoded decoded = decode(FRIDGE, "{\"ts\":null,\"values\":{\"temperature\":4}}");
    assertThat(brief(decoded)).containsExactly("temperature=4.0@" + NOW);
    assertThat(decoded.observations().get(0).provenance()).isEqualTo(Provenance.UNTIMED);
  }

  @Test
  void numbers_may_be_text_and_flags_booleans() {
    assertThat(brief(decode(FRIDGE, "{\"temperature\":\"-4.5e0\",\"door_open\":true}")))
        .containsExactly("temperature=-4.5@" + NOW, "door_open=1.0@" + NOW);
  }

  @Test
  void null_is_a_missing_value() {
    Reading reading = (Reading) decode(FRIDGE, "{\"temperature\":null}").observations().get(0);
    assertThat(reading.flaw()).isEqualTo(Flaw.MISSING);
    assertThat(reading.value()).isNaN();
  }

  @Test
  void an_unknown_but_well_formed_metric_is_kept() {
    assertThat(brief(decode(FRIDGE, "{\"compressor.rpm\":1400}")))
        .containsExactly("compressor.rpm=1400.0@" + NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "fridge-1, temperature, 327.67, SENTINEL",
    "fridge-1, temperature, -127, SENTINEL",
    "fridge-1, temperature, 85.0, SENTINEL",
    "fridge-1, temperature, 84.9, OUT_OF_RANGE",
    "fridge-1, temperature_probe2, 327.67, SENTINEL",
    "fridge-1, rssi, -127, NONE",
    "fridge-1, power, 85, NONE",
    "dish-1, temperature, 85.0, NONE",
    "dish-1, temperature, 130, NONE",
    "dish-1, temperature, 130.1, OUT_OF_RANGE",
    "dish-1, temperature, 327.67, SENTINEL",
    "fridge-1, temperature, 60, NONE",
    "fridge-1, temperature, 60.01, OUT_OF_RANGE",
    "fridge-1, temperature, -40, NONE",
    "fridge-1, humidity, 100.5, OUT_OF_RANGE",
    "fridge-1, door_open, 0.5, OUT_OF_RANGE",
    "fridge-1, energy_total, 1e300, OUT_OF_RANGE",
  })
  void a_value_that_cannot_be_true_is_kept_and_marked(
      String device, String metric, String value, Flaw flaw) {
    Decoded decoded =
        decode("wuchang/east/" + device + "/telemetry", "{\"" + metric + "\":" + value + "}");
    Reading reading = (Reading) decoded.observations().get(0);
    assertThat(reading.flaw()).isEqualTo(flaw);
    assertThat(reading.value()).isEqualTo(Double.parseDouble(value));
  }

  @Test
  void a_bad_value_says_more_than_a_skewed_clock() {
    Reading reading =
        (Reading)
            decode(FRIDGE, "{\"ts\":1,\"values\":{\"temperature\":327.67}}").observations().get(0);
    assertThat(reading.flaw()).isEqualTo(Flaw.SENTINEL);
    assertThat(reading.provenance().ownTime()).isFalse();
  }

  @Test
  void a_retained_state_without_a_time_is_marked() {
    Decoded decoded = intake.decode(FRIDGE, "{\"temperature\":4}".getBytes(UTF_8), true, NOW);
    Reading reading = (Reading) decoded.observations().get(0);
    assertThat(reading.flaw()).isEqualTo(Flaw.RETAINED);
    assertThat(reading.provenance()).isEqualTo(new Provenance(false, false, true));
  }

  @Test
  void a_retained_state_with_a_time_is_an_old_reading() {
    String payload = "{\"ts\":" + TS + ",\"values\":{\"temperature\":4}}";
    Decoded decoded = intake.decode(FRIDGE, payload.getBytes(UTF_8), true, NOW);
    Reading reading = (Reading) decoded.observations().get(0);
    assertThat(reading.flaw()).isEqualTo(Flaw.NONE);
    assertThat(reading.provenance()).isEqualTo(new Provenance(true, false, true));
  }

  @Test
  void a_gateway_speaks_for_several_devices() {
    String payload =
        """
        {"fridge-1":[{"ts":%d,"values":{"temperature":4}},{"ts":%d,"values":{"temperature":5}}],
         "Device A":[{"temperature":61}],
         "dish-1":{"temperature":82}}
        """
            .formatted(TS, TS + 1000);
    Decoded decoded = decode("v1/gateway/telemetry", payload);
    assertThat(decoded.observations())
        .extracting(o -> o.device().value())
        .containsExactly("fridge-1", "fridge-1", "boiler", "dish-1");
    assertThat(decoded.format()).isEqualTo("thingsboard");
    assertThat(decoded.rejected()).isEmpty();
  }

  @Test
  void the_user_is_the_device_where_the_sender_is_known() {
    assertThat(brief(decode(Intake.topicOf("fridge-1"), "{\"temperature\":4}")))
        .containsExactly("temperature=4.0@" + NOW);
    assertThat(reason(decode("v1/devices/me/telemetry", "{\"temperature\":4}")))
        .isEqualTo(Reason.NO_IDENTITY);
  }

  @Test
  void of_two_values_of_one_time_the_first_stays() {
    String payload =
        "[{\"ts\":%1$d,\"values\":{\"temperature\":4}},{\"ts\":%1$d,\"values\":{\"temperature\":5}}]"
            .formatted(TS);
    Decoded decoded = decode(FRIDGE, payload);
    assertThat(brief(decoded)).containsExactly("temperature=4.0@2026-01-01T00:00:00Z");
    assertThat(decoded.rejected()).isEmpty();
  }

  @Test
  void values_that_fall_on_the_arrival_together_are_not_forgotten_in_silence() {
    Decoded decoded = decode(FRIDGE, "[{\"temperature\":4},{\"humidity\":50},{\"temperature\":5}]");
    assertThat(brief(decoded)).containsExactly("temperature=4.0@" + NOW, "humidity=50.0@" + NOW);
    assertThat(reason(decoded)).isEqualTo(Reason.BAD_TIME);
  }

  @Test
  void the_good_part_of_a_message_is_kept() {
    String payload =
        """
        [{"temperature":4,"9lives":9,"humidity":"wet","power":{},"voltage":[1]},
         17,
         {"ts":"yesterday","values":{"temperature":5}}]
        """;
    Decoded decoded = decode(FRIDGE, payload);
    assertThat(brief(decoded)).containsExactly("temperature=4.0@" + NOW);
    assertThat(decoded.rejected())
        .extracting(Rejected::reason)
        .containsExactly(Reason.BAD_METRIC, Reason.BAD_VALUE, Reason.MALFORMED, Reason.BAD_TIME);
    assertThat(decoded.rejected().get(1).detail())
        .isEqualTo("«humidity» is the text «wet»; expected a number (and 2 more)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                              | NO_VALUES",
        "[]                                              | NO_VALUES",
        "{\"ts\":1767225600000}                          | NO_VALUES",
        "{\"ts\":1767225600000,\"values\":{}}            | NO_VALUES",
        "{\"values\":7}                                  | BAD_VALUE",
        "{\"temperature\":NaN}                           | MALFORMED",
        "{\"temperature\":-Infinity}                     | MALFORMED",
        "{\"temperature\":\"NaN\"}                       | BAD_VALUE",
        "{\"temperature\":\"0x1p3\"}                     | BAD_VALUE",
        "{\"temperature\":\"4d\"}                        | BAD_VALUE",
        "{\"temperature\":\"\"}                          | BAD_VALUE",
        "{\"temperature\":1e400}                         | BAD_VALUE",
        "{\"temperature\":{\"v\":4}}                     | BAD_VALUE",
        "{\"tempe rature\":4}                            | BAD_METRIC",
        "{\"温度\":4}                                     | BAD_METRIC",
        "{\"\":4}                                        | BAD_METRIC",
        "{\"temperature\":4,\"temperature\":5}           | MALFORMED",
        "{\"temperature\":4                              | MALFORMED",
        "{\"temperature\":4} x                           | MALFORMED",
        "{'temperature':4}                               | MALFORMED",
        "4.2                                             | MALFORMED",
        "null                                            | MALFORMED",
        "\"4.2\"                                         | MALFORMED",
        "[4.2]                                           | MALFORMED",
        "<t>4</t>                                        | MALFORMED",
        "{\"ts\":\"2026-01-01 00:00\",\"temperature\":4} | BAD_TIME",
        "{\"ts\":\"2026-01-01T00:00:00\",\"temperature\":4} | BAD_TIME",
        "{\"ts\":1e300,\"temperature\":4}                | BAD_TIME",
        "{\"ts\":true,\"temperature\":4}                 | BAD_TIME",
        "{\"ts\":{},\"temperature\":4}                   | BAD_TIME",
        "{\"replay\":true,\"temperature\":4}             | BAD_TIME",
        "{\"replay\":\"yes\",\"temperature\":4}          | BAD_VALUE",
      })
  void what_cannot_be_read_is_refused_with_its_reason(String payload, Reason reason) {
    Decoded decoded = decode(FRIDGE, payload);
    assertThat(decoded.observations()).isEmpty();
    Rejected rejected = only(decoded);
    assertThat(rejected.reason()).isEqualTo(reason);
    assertThat(rejected.detail()).isNotBlank();
    assertThat(rejected.device()).contains(Sites.FRIDGE);
    assertThat(rejected.payload()).isEqualTo(payload.getBytes(UTF_8));
    assertThat(rejected.payloadBytes()).isEqualTo(payload.getBytes(UTF_8).length);
    assertThat(rejected.arrived()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "wuchang/west/fridge-1/telemetry, UNKNOWN_SITE",
    "wuchang/east/fridge-9/telemetry, UNKNOWN_DEVICE",
    "wuchang/east/fridge 9/telemetry, UNKNOWN_DEVICE",
    "wuchang/east//telemetry, UNKNOWN_DEVICE",
    "wuchang/east/fridge-1/telemetri, UNKNOWN_TOPIC",
    "wuchang/east/fridge-1, UNKNOWN_TOPIC",
    "wuchang/east/fridge-1/telemetry/x, UNKNOWN_TOPIC",
    "tele/fridge-1/SENSOR, UNKNOWN_TOPIC",
    "'', UNKNOWN_TOPIC"
  })
  void a_topic_that_leads_nowhere_is_refused(String topic, Reason reason) {
    assertThat(reason(decode(topic, "{\"temperature\":4}"))).isEqualTo(reason);
  }

  @Test
  void an_unknown_device_is_remembered_by_its_name() {
    Decoded decoded = decode("wuchang/east/fridge-9/telemetry", "{\"temperature\":4}");
    assertThat(decoded.strangers()).extracting(Decoded.Stranger::name).containsExactly("fridge-9");
    assertThat(only(decoded).device()).contains(DeviceId.of("fridge-9"));

    Decoded gateway =
        decode(
            "v1/gateway/telemetry",
            "{\"Device B\":[{\"temperature\":4}],\"fridge-1\":[{\"temperature\":4}]}");
    assertThat(gateway.strangers()).extracting(Decoded.Stranger::name).containsExactly("Device B");
    assertThat(gateway.observations()).hasSize(1);
  }

  @Test
  void nothing_and_too_much_are_refused() {
    assertThat(reason(decode(FRIDGE, ""))).isEqualTo(Reason.EMPTY);
    assertThat(reason(decode(FRIDGE, " \r\n\t"))).isEqualTo(Reason.EMPTY);

    String limit = "{\"temperature\":4" + " ".repeat(Incoming.MOST_BYTES - 17) + "}";
    assertThat(limit).hasSize(Incoming.MOST_BYTES);
    assertThat(brief(decode(FRIDGE, limit))).hasSize(1);

    Rejected rejected = only(decode(FRIDGE, limit + " "));
    assertThat(rejected.reason()).isEqualTo(Reason.TOO_LARGE);
    assertThat(rejected.payloadBytes()).isEqualTo(Incoming.MOST_BYTES + 1);
    assertThat(rejected.payload()).hasSize(Rejected.KEPT_BYTES);
    assertThat(rejected.device()).contains(Sites.FRIDGE);
  }

  @Test
  void ten_thousand_values_are_read_and_one_more_is_too_many() {
    assertThat(brief(decode(FRIDGE, values(10_000)))).hasSize(10_000);
    Decoded tooMany = decode(FRIDGE, values(10_001));
    assertThat(tooMany.observations()).isEmpty();
    assertThat(reason(tooMany)).isEqualTo(Reason.TOO_MANY);
  }

  private static String values(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"m" + i + "\":" + i)
        .collect(Collectors.joining(",", "{", "}"));
  }

  @Test
  void deep_nesting_is_refused() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    assertThat(reason(decode(FRIDGE, deep))).isEqualTo(Reason.MALFORMED);
    assertThat(reason(decode(FRIDGE, "{\"temperature\":" + "[".repeat(20) + "]".repeat(20) + "}")))
        .isEqualTo(Reason.MALFORMED);
  }

  @Test
  void many_faults_of_one_message_are_few_refusals() {
    String strangers =
        IntStream.range(0, 5_000)
            .mapToObj(i -> "\"d" + i + "\":[]")
            .collect(Collectors.joining(",", "{", "}"));
    Decoded decoded = decode("v1/gateway/telemetry", strangers);
    assertThat(decoded.rejected()).hasSizeLessThanOrEqualTo(50);
    assertThat(decoded.strangers()).hasSizeLessThanOrEqualTo(50);
  }

  @Test
  void a_new_configuration_is_known_at_once() {
    Site[] now = {EAST};
    Intake changing = new Intake(() -> now[0]);
    String topic = "wuchang/east/fridge-9/telemetry";
    byte[] payload = "{\"temperature\":4}".getBytes(UTF_8);
    assertThat(changing.decode(topic, payload, false, NOW).observations()).isEmpty();

    now[0] = Sites.east(Sites.device("fridge-9", wuchang.domain.site.DeviceKind.FRIDGE));
    assertThat(changing.decode(topic, payload, false, NOW).observations()).hasSize(1);
  }

  @Test
  void known_metrics_are_the_contracts_own() {
    Reading reading = (Reading) decode(FRIDGE, "{\"temperature\":4}").observations().get(0);
    assertThat(reading.metric()).isSameAs(Metric.TEMPERATURE);
  }
}
