package wuchang.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.domain.site.DeviceKind;
import wuchang.ingest.UnknownDevices.UnknownDevice;

class UnknownDevicesTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final UnknownDevices unknown = new UnknownDevices();

  private boolean saw(String name, String topic, String payload, int second) {
    Incoming incoming = Incoming.of(topic, payload.getBytes(UTF_8), false, NOW.plusSeconds(second));
    return unknown.saw(new Decoded.Stranger(name, incoming));
  }

  private boolean saw(String name, int second) {
    return saw(name, "wuchang/east/" + name + "/telemetry", "{\"temperature\":4}", second);
  }

  @Test
  void the_newest_comes_first_with_its_last_words() {
    assertThat(saw("a", 0)).isTrue();
    assertThat(saw("b", 1)).isTrue();
    assertThat(saw("a", "wuchang/east/a/telemetry", "{\"temperature\":5}", 2)).isFalse();

    List<UnknownDevice> newest = unknown.newest(Sites.east());

    assertThat(newest).extracting(UnknownDevice::name).containsExactly("a", "b");
    UnknownDevice a = newest.get(0);
    assertThat(a.messages()).isEqualTo(2);
    assertThat(a.firstSeen()).isEqualTo(NOW);
    assertThat(a.lastSeen()).isEqualTo(NOW.plusSeconds(2));
    assertThat(new String(a.payload(), UTF_8)).isEqualTo("{\"temperature\":5}");
  }

  @Test
  void the_one_that_was_quiet_for_longest_is_forgotten() {
    for (int i = 0; i <= UnknownDevices.MOST; i++) {
      saw("d" + i, i);
    }
    List<UnknownDevice> newest = unknown.newest(Sites.east());
    assertThat(newest).hasSize(UnknownDevices.MOST);
    assertThat(newest).extracting(UnknownDevice::name).contains("d1").doesNotContain("d0");
  }

  @Test
  void a_device_that_is_configured_now_is_no_longer_shown() {
    saw("fridge-9", 0);
    assertThat(unknown.newest(Sites.east(Sites.device("fridge-9", DeviceKind.FRIDGE)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fridge-9 | {\"temperature\":4}   | - {id: fridge-9, kind: fridge, area: kitchen}",
        "m1       | {\"energy_total\":4}  | - {id: m1, kind: electricity-meter, area: kitchen}",
        "w1       | {\"water_total\":4}   | - {id: w1, kind: water-meter, area: kitchen}",
        "0012     | {\"x\":4}             | - {id: \"0012\", kind: gateway, area: kitchen}",
      })
  void the_snippet_guesses_the_kind(String name, String payload, String snippet) {
    saw(name, "wuchang/east/" + name + "/telemetry", payload, 0);
    assertThat(unknown.newest(Sites.east()).get(0).snippet()).isEqualTo(snippet);
  }

  @Test
  void a_name_that_is_no_id_becomes_a_source() {
    saw("Cold \"room\" 1", "v1/gateway/telemetry", "{\"temperature\":4}", 0);
    assertThat(unknown.newest(Sites.east()).get(0).snippet())
        .isEqualTo(
            "- {id: Cold-room-1, kind: fridge, area: kitchen,"
                + " sources: [{format: thingsboard, id: \"Cold \\\"room\\\" 1\"}]}");
  }

  @Test
  void one_that_sends_events_is_a_gate() {
    saw("gate-9", "wuchang/east/gate-9/event", "{\"event\":\"granted\"}", 0);
    assertThat(unknown.newest(Sites.east()).get(0).snippet()).contains("kind: access-gate");
  }
}
