package wuchang.console.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import wuchang.console.parts.HealthCheck;
import wuchang.console.parts.UnknownDevice;
import wuchang.domain.site.Role;

class SystemApiTest extends ConsoleCase {
  @Test
  void takes_telemetry_and_events_as_if_they_came_by_mqtt() {
    var answer =
        as(Role.OPERATION).post("/api/v1/ingest/fridge-1/telemetry", "{\"temperature\":4}");
    as(Role.OPERATION).post("/api/v1/ingest/gate-1/event", "[]");

    assertThat(json(answer, 202).path("accepted").intValue()).isEqualTo(1);
    assertThat(canteen.intake().taken())
        .extracting(
            s -> s.topic() + " " + new String(s.payload(), java.nio.charset.StandardCharsets.UTF_8))
        .containsExactly(
            "wuchang/east/fridge-1/telemetry {\"temperature\":4}", "wuchang/east/gate-1/event []");
  }

  @Test
  void what_is_no_device_id_is_refused_and_what_is_too_long() {
    JsonNode problem =
        problem(
            as(Role.OPERATION).post("/api/v1/ingest/a%20b/telemetry", "{}"), 400, "bad_parameter");
    assertThat(problem.path("parameter").textValue()).isEqualTo("device");
    problem(
        as(Role.OPERATION).post("/api/v1/ingest/fridge-1/telemetry", "x".repeat(1024 * 1024 + 1)),
        413,
        "too_large");
    assertThat(canteen.intake().taken()).isEmpty();
  }

  @Test
  void the_device_of_the_path_may_have_a_chinese_id() {
    as(Role.OPERATION).post("/api/v1/ingest/%E5%86%B7%E6%9F%9C-1/telemetry", "{}");

    assertThat(canteen.intake().taken())
        .extracting(s -> s.topic())
        .containsExactly("wuchang/east/冷柜-1/telemetry");
  }

  @Test
  void a_reload_says_what_is_wrong_or_that_it_is_done() {
    assertThat(json(as(Role.ADMIN).post("/api/v1/reload", ""), 200).path("reloaded").booleanValue())
        .isTrue();
    canteen.faults().add("wuchang.yaml:3:5: unknown key «diner»; expected diners");

    JsonNode problem =
        problem(as(Role.ADMIN).post("/api/v1/reload", ""), 422, "invalid_configuration");

    assertThat(problem.path("faults").get(0).textValue()).startsWith("wuchang.yaml:3:5");
  }

  @Test
  void health_says_yes_or_no_and_no_details() {
    assertThat(nobody().get("/health/ready").body()).isEqualTo("{\"status\":\"UP\"}");
    canteen.health().add(new HealthCheck("database", false, false, "secret host"));
    assertThat(nobody().get("/health/ready").statusCode()).isEqualTo(200);
    canteen.health().add(new HealthCheck("journal", false, true, "disk full"));

    var down = nobody().get("/health/ready");

    assertThat(down.statusCode()).isEqualTo(503);
    assertThat(down.body()).isEqualTo("{\"status\":\"DOWN\"}");
    assertThat(nobody().get("/health/live").body()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(as(Role.ADMIN).get("/api/v1/health").body()).contains("disk full");
  }

  @Test
  void metrics_are_open_on_this_machine_and_need_a_token_through_a_proxy() {
    nobody().get("/login");
    var answer = nobody().get("/metrics");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("text/plain");
    assertThat(answer.body()).contains("wuchang_stream_listeners 0.0");
    problem(nobody().with("X-Forwarded-For", "192.0.2.1").get("/metrics"), 401, "sign_in");
    assertThat(as(Role.VIEWER).with("X-Forwarded-For", "192.0.2.1").get("/metrics").statusCode())
        .isEqualTo(200);
  }

  @Test
  void gives_documents_in_each_form_and_language() {
    assertThat(as(Role.VIEWER).get("/api/v1/reports/daily").body())
        .isEqualTo("daily 2026-11-23 json zh");
    var html = as(Role.VIEWER).get("/api/v1/reports/daily?date=2026-11-20&format=html&lang=en");
    assertThat(html.body()).isEqualTo("daily 2026-11-20 html en");
    assertThat(html.headers().firstValue("content-type").orElseThrow()).startsWith("text/html");
    assertThat(html.headers().firstValue("content-security-policy").orElseThrow())
        .contains("sandbox", "default-src 'none'")
        .doesNotContain("script-src");
    var csv = as(Role.VIEWER).get("/api/v1/reports/daily?format=csv");
    assertThat(csv.headers().firstValue("content-disposition").orElseThrow())
        .contains("daily-2026-11-23.csv");
    var xlsx = as(Role.VIEWER).get("/api/v1/reports/risk-list?format=xlsx");
    assertThat(xlsx.headers().firstValue("content-disposition").orElseThrow())
        .contains("risk-list-2026-11-23.xlsx");
    assertThat(xlsx.headers().firstValue("content-type").orElseThrow()).contains("spreadsheetml");
    problem(as(Role.VIEWER).get("/api/v1/reports/yearly"), 404, "not_found");
    problem(as(Role.VIEWER).get("/api/v1/reports/daily?version=2"), 404, "not_found");
    assertThat(as(Role.VIEWER).get("/api/v1/reports?to=2026-11-23").body())
        .contains("\"kind\":\"daily\"", "\"first\":\"2026-11-22\"", "\"version\":1");
    for (String query : List.of("date=x", "date=2026-11-24", "format=pdf", "lang=fr")) {
      problem(as(Role.VIEWER).get("/api/v1/reports/daily?" + query), 400, "bad_parameter");
    }
  }

  @Test
  void hands_an_inspector_the_package_of_a_period_and_no_longer_one() {
    var zip = as(Role.INSPECTOR).get("/api/v1/inspection?from=2026-11-01&to=2026-11-08");

    assertThat(zip.body()).isEqualTo("2026-11-01 2026-11-08");
    assertThat(zip.headers().firstValue("content-disposition").orElseThrow())
        .contains("-inspection-2026-11-01-2026-11-07.zip");
    assertThat(as(Role.INSPECTOR).get("/api/v1/inspection").body())
        .as("the last month with today")
        .isEqualTo("2026-10-24 2026-11-24");
    for (String query : List.of("from=x", "from=2026-11-24", "from=2026-08-01&to=2026-11-24")) {
      problem(as(Role.INSPECTOR).get("/api/v1/inspection?" + query), 400, "bad_parameter");
    }
  }

  @Test
  void an_administrator_sees_what_nobody_knows() {
    canteen
        .unknown()
        .add(new UnknownDevice("f-9", "wuchang/east/f-9/telemetry", NOW, 3, "{}", "- {id: f-9}"));

    JsonNode item = json(as(Role.ADMIN).get("/api/v1/unknown-devices"), 200).path("items").get(0);

    assertThat(item.path("id").textValue()).isEqualTo("f-9");
    assertThat(item.path("snippet").textValue()).isEqualTo("- {id: f-9}");
  }

  @Test
  void the_site_names_its_people_and_says_nothing_else_of_them() {
    String body = as(Role.VIEWER).get("/api/v1/site").body();

    assertThat(json(body).path("people").path("zhang").textValue()).isEqualTo("张三");
    assertThat(json(body).path("timezone").textValue()).isEqualTo("Asia/Shanghai");
    assertThat(body).doesNotContain("1380000");
  }

  @Test
  void an_unknown_path_and_a_wrong_method_are_problems_for_those_who_are_in() {
    problem(as(Role.VIEWER).get("/api/v1/nothing"), 404, "not_found");
    problem(as(Role.VIEWER).send("DELETE", "/api/v1/alerts", ""), 405, "method");
    problem(nobody().get("/api/v1/nothing"), 401, "sign_in");
    problem(nobody().send("DELETE", "/api/v1/alerts", ""), 401, "sign_in");
  }

  @Test
  void a_stage_that_does_not_answer_is_a_503() {
    canteen.silence();

    problem(as(Role.VIEWER).get("/api/v1/alerts"), 503, "busy");
    problem(as(Role.OPERATION).post("/api/v1/ingest/fridge-1/telemetry", "{}"), 503, "busy");
  }

  @Test
  void head_answers_like_get_without_a_body() {
    var answer = nobody().send("HEAD", "/health/live", "");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }
}
