package wuchang.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Provenance;
import wuchang.domain.reading.Reading;
import wuchang.domain.reading.Rejected.Reason;
import wuchang.domain.site.Site;

class IntakeTest extends IntakeCase {
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
    for (String nameless : List.of("v1/devices/me/telemetry", "v2/t")) {
      assertThat(reason(decode(nameless, "{\"temperature\":4}"))).isEqualTo(Reason.NO_IDENTITY);
    }
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
