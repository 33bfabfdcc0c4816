package wuchang.console.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wuchang.domain.site.Role;

class ScoreApiTest extends ConsoleCase {
  @Test
  void a_score_comes_with_its_deductions_and_coverage() {
    JsonNode score = json(as(Role.VIEWER).get("/api/v1/score?month=2026-09"), 200);

    assertThat(score.path("issued").booleanValue()).isTrue();
    assertThat(score.path("total").doubleValue()).isEqualTo(99);
    assertThat(score.path("grade").textValue()).isEqualTo("excellent");
    assertThat(score.path("coverage").doubleValue()).isEqualTo(0.95);
    assertThat(score.path("points").path("standardise").doubleValue()).isEqualTo(19);
    assertThat(score.at("/areas/0/deductions/0/alert").textValue()).isEqualTo("a1");
    assertThat(score.at("/areas/0/deductions/0/handled").booleanValue()).isTrue();
    assertThat(score.at("/areas/0/falseAlarms").intValue()).isEqualTo(1);
    assertThat(score.path("version").isNull()).isTrue();
  }

  @Test
  void without_enough_data_there_are_no_points() {
    JsonNode score = json(as(Role.VIEWER).get("/api/v1/score?month=2026-10"), 200);

    assertThat(score.path("issued").booleanValue()).isFalse();
    assertThat(score.path("total").isNull()).isTrue();
    assertThat(score.path("grade").isNull()).isTrue();
    assertThat(score.path("points")).isEmpty();
    assertThat(score.path("coverage").doubleValue()).isEqualTo(0.5);
  }

  @Test
  void who_answers_for_no_area_has_no_score() {
    JsonNode score = json(as(Role.VIEWER).get("/api/v1/score?person=p1"), 200);

    assertThat(score.path("issued").booleanValue()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"month=2026-13", "month=soon", "month=2999-01", "area=%20%3C"})
  void what_cannot_be_read_is_named(String query) {
    problem(as(Role.VIEWER).get("/api/v1/score?" + query), 400, "bad_parameter");
  }

  @Test
  void an_area_that_there_is_not_is_named() {
    problem(as(Role.VIEWER).get("/api/v1/score?area=nowhere"), 404, "not_found");
  }

  @Test
  void a_correction_has_a_reason_and_is_a_new_version() {
    JsonNode made =
        json(correct("{\"month\": \"2026-10\", \"reason\": \"the probe was wrong\"}"), 201);

    assertThat(made.path("version").intValue()).isEqualTo(2);
    assertThat(made.path("reason").textValue()).isEqualTo("the probe was wrong");
    problem(correct("{\"month\": \"2026-10\"}"), 400, "bad_parameter");
    problem(correct("{\"month\": \"2026-09\", \"reason\": \"late\"}"), 409, "not_published");
  }

  private java.net.http.HttpResponse<String> correct(String body) {
    return as(Role.ADMIN).post("/api/v1/score", body);
  }
}
