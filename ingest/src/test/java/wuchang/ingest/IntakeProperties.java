package wuchang.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.domain.reading.Rejected;
import wuchang.domain.reading.Rejected.Reason;
import wuchang.domain.site.Site;

class IntakeProperties {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:05Z");
  private static final Site EAST = Sites.east();

  private final Intake intake = new Intake(() -> EAST);

  @Property
  void any_bytes_on_any_topic_give_an_answer(
      @ForAll("topics") String topic, @ForAll byte[] payload, @ForAll boolean retained) {
    isAnswer(intake.decode(topic, payload, retained, NOW));
  }

  @Property
  void any_text_like_json_gives_an_answer(
      @ForAll("topics") String topic, @ForAll("almostJson") String payload) {
    isAnswer(intake.decode(topic, payload.getBytes(UTF_8), false, NOW));
  }

  @Property
  void a_byte_gone_wrong_never_makes_a_reading_that_cannot_be_stored(@ForAll("flips") int[] flip) {
    byte[] payload =
        "[{\"ts\":1767225600000,\"replay\":true,\"values\":{\"temperature\":4.25,\"x\":null}}]"
            .getBytes(UTF_8);
    payload[flip[0] % payload.length] = (byte) flip[1];
    isAnswer(intake.decode("wuchang/east/fridge-1/telemetry", payload, false, NOW));
  }

  private static void isAnswer(Decoded decoded) {
    assertThat(decoded.observations().size() + decoded.rejected().size()).isPositive();
    decoded.observations().forEach(IntakeProperties::isStorable);
    for (Rejected rejected : decoded.rejected()) {
      assertThat(rejected.reason()).isNotEqualTo(Reason.DECODE_FAILED);
      assertThat(rejected.detail()).isNotBlank().doesNotContain("\u0000");
      assertThat(rejected.topic()).doesNotContain("\u0000");
      assertThat(rejected.payload().length).isLessThanOrEqualTo(Rejected.KEPT_BYTES);
    }
  }

  private static void isStorable(Observation observation) {
    assertThat(observation.time().toEpochMilli()).isLessThanOrEqualTo(NOW.toEpochMilli() + 300_000);
    if (observation instanceof Reading reading) {
      boolean missing = reading.flaw() == Flaw.MISSING;
      assertThat(Double.isNaN(reading.value())).isEqualTo(missing);
      assertThat(Double.isInfinite(reading.value())).isFalse();
    }
  }

  @Provide
  Arbitrary<String> topics() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "wuchang/east/fridge-1/telemetry",
            "wuchang/east/gate-1/event",
            "wuchang/$me/fridge-1/telemetry",
            "v1/gateway/telemetry",
            "v1/devices/me/telemetry"),
        Arbitraries.strings().ofMaxLength(30),
        Arbitraries.strings().map(s -> "wuchang/east/" + s + "/telemetry"));
  }

  @Provide
  Arbitrary<String> almostJson() {
    List<String> tokens =
        List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"ts\"",
            "\"values\"",
            "\"replay\"",
            "\"temperature\"",
            "\"fridge-1\"",
            "\"event\"",
            "\"granted\"",
            "\"card\"",
            "1767225600000",
            "4.2",
            "-1e999",
            "null",
            "true",
            "\"2026-01-01T00:00:00Z\"",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "NaN",
            " ");
    Arbitrary<String> loose =
        Arbitraries.of(tokens).list().ofMaxSize(40).map(all -> String.join("", all));
    return Arbitraries.oneOf(loose, objects(), objects().list().ofMaxSize(5).map(List::toString));
  }

  private static Arbitrary<String> objects() {
    Arbitrary<String> keys =
        Arbitraries.of("ts", "values", "replay", "temperature", "event", "card", "fridge-1", "x y");
    Arbitrary<String> leaves =
        Arbitraries.of(
            "1767225600000",
            "4.2",
            "null",
            "true",
            "\"granted\"",
            "{}",
            "[]",
            "[{}]",
            "-1",
            "{\"temperature\":4}",
            "\"2026-01-01T00:00:00Z\"",
            "\"\\u0000\"",
            "9e99999");
    return Combinators.combine(keys, leaves)
        .as((key, leaf) -> "\"" + key + "\":" + leaf)
        .list()
        .ofMaxSize(6)
        .map(fields -> "{" + String.join(",", fields) + "}");
  }

  @Provide
  Arbitrary<int[]> flips() {
    return Combinators.combine(Arbitraries.integers().between(0, 999), Arbitraries.bytes())
        .as((at, to) -> new int[] {at, to});
  }
}
