package wuchang.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wuchang.console.fake.Alerts;
import wuchang.console.fake.Cards;
import wuchang.console.fake.DemoSite;
import wuchang.domain.Severity;
import wuchang.domain.Unit;
import wuchang.domain.alert.Alert;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Provenance;
import wuchang.domain.reading.Reading;
import wuchang.domain.reading.Rejected;

class JsonTest {
  private static final Instant AT = Instant.parse("2026-11-23T10:00:00.250Z");

  @Test
  void a_number_that_is_none_is_null() {
    Reading missing =
        new Reading(
            DemoSite.FRIDGE, Metric.TEMPERATURE, AT, Double.NaN, Flaw.MISSING, Provenance.LIVE, AT);

    assertThat(Json.write(ReadingView.of(missing)))
        .isEqualTo(
            "{\"device\":\"fridge-1\",\"metric\":\"temperature\","
                + "\"time\":\"2026-11-23T10:00:00.250Z\",\"value\":null,\"unit\":\"°C\","
                + "\"quality\":\"bad\",\"flaw\":\"missing\"}");
    assertThat(Json.write(new PointView(AT, Double.NaN, Double.POSITIVE_INFINITY, -0.5, 0)))
        .contains("\"value\":null,\"min\":null,\"max\":-0.5");
  }

  @Test
  void evidence_keeps_its_types() {
    Evidence evidence =
        Evidence.NONE
            .with("value", 9.3, Unit.CELSIUS)
            .with("held", Duration.ofMinutes(35))
            .with("lastHeard", AT)
            .with("denials", 3)
            .with("phase", "heating");

    assertThat(Json.write(Facts.of(evidence)))
        .isEqualTo(
            "{\"denials\":3,\"held\":{\"value\":2100.0,\"unit\":\"s\"},"
                + "\"lastHeard\":\"2026-11-23T10:00:00.250Z\",\"phase\":\"heating\","
                + "\"value\":{\"value\":9.3,\"unit\":\"°C\"}}");
  }

  @Test
  void an_alert_has_every_field_of_the_contract_and_null_for_what_is_absent() throws Exception {
    Alert alert = Alerts.open("a1", Severity.CRITICAL, DemoSite.COLD, AT);

    var json = Json.read(Json.write(AlertView.of(alert, new Cards())));

    assertThat(json.fieldNames())
        .toIterable()
        .contains(
            "id",
            "rule",
            "device",
            "area",
            "principle",
            "severity",
            "state",
            "since",
            "raisedAt",
            "resolvedAt",
            "acknowledgedBy",
            "promisedAt",
            "owner",
            "level",
            "text",
            "action",
            "evidence",
            "cause",
            "children");
    assertThat(json.path("severity").textValue()).isEqualTo("critical");
    assertThat(json.path("principle").textValue()).isEqualTo("standardise");
    assertThat(json.path("since").textValue()).isEqualTo("2026-11-23T09:30:00.250Z");
    assertThat(json.get("owner").isNull()).isTrue();
    assertThat(json.path("text").path("zh").textValue()).contains("冷藏超温");
    assertThat(json.path("children").isArray()).isTrue();
  }

  @Test
  void a_list_ends_with_null() {
    assertThat(Json.write(new Page<>(java.util.List.of(1), Optional.empty())))
        .isEqualTo("{\"items\":[1],\"next\":null}");
  }

  @Test
  void a_refused_payload_reads_as_text_when_it_is_text() {
    assertThat(RejectedView.of(rejected("温度".getBytes(StandardCharsets.UTF_8))))
        .returns("温度", RejectedView::payload)
        .returns("text", RejectedView::encoding);
    assertThat(RejectedView.of(rejected(new byte[] {(byte) 0xff, 0})))
        .returns("/wA=", RejectedView::payload)
        .returns("base64", RejectedView::encoding);
  }

  private static Rejected rejected(byte[] payload) {
    return Rejected.of(Optional.empty(), "t", payload, Rejected.Reason.MALFORMED, "no JSON", AT);
  }
}
