package wuchang.console.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.console.access.NewAccount;
import wuchang.console.fake.Canteen;
import wuchang.console.fake.DemoSite;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.Quantity;
import wuchang.domain.RuleId;
import wuchang.domain.Unit;
import wuchang.domain.cycle.Cycle;
import wuchang.domain.finding.DeviceState;
import wuchang.domain.finding.EvidenceState;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Provenance;
import wuchang.domain.reading.Reading;
import wuchang.domain.reading.Rejected;
import wuchang.domain.site.Role;

class DevicesApiTest extends ConsoleCase {
  private static final DeviceId CABINET = DeviceId.of("cabinet-1");

  @Test
  void lists_every_device_in_the_order_of_the_configuration_and_says_what_is_proven() {
    canteen.rules().say(List.of(state(EvidenceState.BREACH, 9.3)));

    JsonNode items = json(as(Role.VIEWER).get("/api/v1/devices"), 200).path("items");

    assertThat(items).hasSize(DemoSite.site().devices().size());
    JsonNode fridge = items.get(0);
    assertThat(fridge.path("id").textValue()).isEqualTo("fridge-1");
    assertThat(fridge.path("state").textValue()).isEqualTo("breach");
    assertThat(fridge.path("interval").doubleValue()).isEqualTo(60);
    assertThat(fridge.path("rules").get(0).path("name").path("zh").textValue()).isEqualTo("冷藏超温");
    assertThat(fridge.path("latest").get(0).path("value").doubleValue()).isEqualTo(9.3);
    assertThat(fridge.path("latest").get(0).path("unit").textValue()).isEqualTo("°C");
    assertThat(items.get(1).path("state").textValue()).isEqualTo("unproven");
    assertThat(items.get(1).path("latest")).isEmpty();
  }

  @Test
  void a_value_that_is_none_is_null_and_never_nan() {
    Reading missing =
        new Reading(
            DemoSite.FRIDGE,
            Metric.TEMPERATURE,
            NOW,
            Double.NaN,
            Flaw.MISSING,
            Provenance.LIVE,
            NOW);
    canteen
        .rules()
        .say(
            List.of(
                new DeviceState(
                    DemoSite.FRIDGE, EvidenceState.UNPROVEN, Map.of(), List.of(missing))));

    String body = as(Role.VIEWER).get("/api/v1/devices/fridge-1").body();

    assertThat(body).doesNotContain("NaN");
    assertThat(json(body).path("latest").get(0).path("value").isNull()).isTrue();
    assertThat(json(body).path("latest").get(0).path("quality").textValue()).isEqualTo("bad");
  }

  @Test
  void a_cabinet_alone_says_how_its_last_disinfection_went() {
    Instant end = NOW.minusSeconds(600);
    canteen.disinfected(
        new Cycle(
            CABINET,
            end.minusSeconds(3_600),
            end,
            Optional.of(Quantity.of(112, Unit.CELSIUS)),
            Duration.ZERO,
            Duration.ofMinutes(10),
            Cycle.Verdict.FAILED,
            Cycle.Reason.TOO_COOL));

    JsonNode last = json(as(Role.VIEWER).get("/api/v1/devices/cabinet-1"), 200).path("lastCycle");

    assertThat(last.path("end").textValue()).isEqualTo(end.toString());
    assertThat(last.path("maximum").doubleValue()).isEqualTo(112);
    assertThat(last.path("needed").doubleValue()).isEqualTo(600);
    assertThat(last.path("verdict").textValue()).isEqualTo("failed");
    assertThat(last.path("reason").textValue()).isEqualTo("too_cool");
    assertThat(last.path("reasonText").path("zh").textValue()).isEqualTo("温度不足");
  }

  @Test
  void a_cabinet_without_a_known_disinfection_has_none_and_is_there_without_the_store() {
    JsonNode known = json(as(Role.VIEWER).get("/api/v1/devices/cabinet-1"), 200);
    canteen.history().goAway(true);
    JsonNode away = json(as(Role.VIEWER).get("/api/v1/devices/cabinet-1"), 200);

    assertThat(known.path("lastCycle").isNull()).isTrue();
    assertThat(away).isEqualTo(known);
  }

  @Test
  void says_why_a_rule_did_not_fire() {
    JsonNode why =
        json(
            as(Role.VIEWER).get("/api/v1/devices/fridge-1/why?rule=FRG-01&at=2026-11-23T01:00:00Z"),
            200);

    assertThat(why.path("clause").textValue()).isEqualTo("tolerated");
    assertThat(why.path("steps").get(0).path("held").doubleValue()).isEqualTo(600);
    assertThat(why.path("text").path("zh").textValue())
        .isEqualTo("自11-23 08:50:00起异常，已10分钟，容忍30分钟，若不恢复将于11-23 09:20:00报警。");
    assertThat(why.path("text").path("en").textValue())
        .startsWith("Wrong since 11-23 08:50:00, for 10 min of the 30 min");
    assertThat(why.path("parameters").path("above").textValue()).isEqualTo("8 °C");
  }

  @Test
  void asks_for_a_rule_that_there_is_and_a_time_within_seven_days() {
    problem(as(Role.VIEWER).get("/api/v1/devices/fridge-1/why?rule=NO-01"), 404, "not_found");
    problem(as(Role.VIEWER).get("/api/v1/devices/fridge-1/why"), 400, "bad_parameter");
    problem(
        as(Role.VIEWER).get("/api/v1/devices/fridge-1/why?rule=FRG-01&at=2026-11-01"),
        400,
        "bad_parameter");
  }

  @Test
  void thins_a_series_and_keeps_its_gap() {
    canteen
        .history()
        .add(
            IntStream.range(0, 240)
                .filter(minute -> minute < 100 || minute >= 160)
                .mapToObj(minute -> reading(NOW.minus(Duration.ofMinutes(240 - minute)), 4))
                .toList());

    JsonNode points =
        json(
                as(Role.VIEWER)
                    .get(
                        "/api/v1/devices/fridge-1/readings?metric=temperature"
                            + "&from=2026-11-23T06:00:00Z&to=2026-11-23T10:00:00Z&points=24"),
                200)
            .path("items");

    assertThat(points).hasSize(18);
    assertThat(points.get(0).path("time").textValue()).isEqualTo("2026-11-23T06:00:00Z");
    assertThat(points.get(0).path("n").intValue()).isEqualTo(10);
    assertThat(points.get(0).path("value").doubleValue()).isEqualTo(4);
    assertThat(points.get(10).path("time").textValue()).isEqualTo("2026-11-23T08:40:00Z");
  }

  @Test
  void without_parameters_gives_the_last_day_of_what_the_kind_is_about() {
    canteen
        .history()
        .add(
            List.of(
                reading(NOW.minus(Duration.ofHours(23)), 4),
                reading(NOW.minus(Duration.ofHours(25)), 5)));

    JsonNode page = json(as(Role.VIEWER).get("/api/v1/devices/fridge-1/readings"), 200);

    assertThat(page.path("items")).hasSize(1);
    assertThat(page.path("next").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "metric=1x, metric",
    "points=0, points",
    "points=2001, points",
    "from=x, from",
    "from=2026-11-23T10:00:00Z&to=2026-11-23T10:00:00Z, from"
  })
  void names_the_bad_parameter(String query, String parameter) {
    JsonNode problem =
        problem(
            as(Role.VIEWER).get("/api/v1/devices/fridge-1/readings?" + query),
            400,
            "bad_parameter");

    assertThat(problem.path("parameter").textValue()).isEqualTo(parameter);
  }

  @Test
  void says_that_the_database_is_away_and_goes_on_with_the_rest() {
    canteen.history().goAway(true);

    var answer = as(Role.VIEWER).get("/api/v1/devices/fridge-1/readings");

    problem(answer, 503, "store_unavailable");
    assertThat(answer.headers().firstValue("retry-after")).isPresent();
    assertThat(as(Role.VIEWER).get("/api/v1/devices").statusCode()).isEqualTo(200);
  }

  @Test
  void shows_what_was_refused_of_a_device_and_of_one_that_nobody_knows() {
    reject(DemoSite.FRIDGE, Rejected.Reason.BAD_VALUE);
    reject(DeviceId.of("stranger"), Rejected.Reason.UNKNOWN_DEVICE);

    JsonNode item =
        json(as(Role.VIEWER).get("/api/v1/devices/fridge-1/rejected"), 200).path("items").get(0);

    assertThat(item.path("reason").textValue()).isEqualTo("bad_value");
    assertThat(item.path("payload").textValue()).isEqualTo("{\"temperature\":\"warm\"}");
    assertThat(json(as(Role.VIEWER).get("/api/v1/devices/stranger/rejected"), 200).path("items"))
        .hasSize(1);
    problem(as(Role.VIEWER).get("/api/v1/devices/nobody/rejected"), 404, "not_found");
  }

  @Test
  void an_unknown_device_is_not_found() {
    problem(as(Role.VIEWER).get("/api/v1/devices/none"), 404, "not_found");
    problem(as(Role.VIEWER).get("/api/v1/devices/none/readings"), 404, "not_found");
    problem(as(Role.VIEWER).get("/api/v1/devices/%3Cscript%3E"), 404, "not_found");
  }

  @Test
  void a_contractor_sees_the_devices_of_its_areas_only() {
    canteen
        .accounts()
        .add(
            new NewAccount(
                PersonId.of("contractor"),
                Role.CONTRACTOR,
                Set.of(DemoSite.STORE),
                Optional.empty()),
            Canteen.PASSWORD);

    JsonNode items = json(as(Role.CONTRACTOR).get("/api/v1/devices"), 200).path("items");

    assertThat(items).hasSize(2).allMatch(d -> d.path("area").textValue().equals("store"));
    problem(as(Role.CONTRACTOR).get("/api/v1/devices/fridge-1"), 403, "not_allowed");
    problem(as(Role.CONTRACTOR).get("/api/v1/devices/fridge-1/readings"), 403, "not_allowed");
    problem(as(Role.CONTRACTOR).get("/api/v1/devices/fridge-1/rejected"), 403, "not_allowed");
  }

  private void reject(DeviceId device, Rejected.Reason reason) {
    byte[] payload = "{\"temperature\":\"warm\"}".getBytes(StandardCharsets.UTF_8);
    canteen
        .history()
        .reject(Rejected.of(Optional.of(device), "topic", payload, reason, "why", NOW));
  }

  private static Reading reading(java.time.Instant at, double value) {
    return Reading.of(DemoSite.FRIDGE, Metric.TEMPERATURE, at, value);
  }

  private static DeviceState state(EvidenceState state, double value) {
    return new DeviceState(
        DemoSite.FRIDGE, state, Map.of(RuleId.of("FRG-01"), state), List.of(reading(NOW, value)));
  }
}
