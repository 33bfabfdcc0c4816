package wuchang.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Rejected;
import wuchang.domain.reading.Rejected.Reason;

/** What of a message is not taken, and why. */
class IntakeRefusalsTest extends IntakeCase {
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
}
