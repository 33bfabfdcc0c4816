package wuchang.console.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wuchang.console.access.NewAccount;
import wuchang.console.fake.Canteen;
import wuchang.console.fake.DemoSite;
import wuchang.domain.PersonId;
import wuchang.domain.book.RecordCommand;
import wuchang.domain.site.Role;

class RecordsApiTest extends ConsoleCase {
  private static final String PATROLS = "/api/v1/records/patrol";

  @Test
  void a_record_is_answered_as_it_is_kept_and_listed() {
    JsonNode written =
        json(as(Role.OPERATION).post(PATROLS, "{\"area\":\"cold\",\"items\":12}"), 201);

    assertThat(written.path("items").isIntegralNumber()).isTrue();
    assertThat(written.path("kind").textValue()).isEqualTo("patrol");
    JsonNode list = json(as(Role.VIEWER).get(PATROLS), 200);
    assertThat(list.path("items")).hasSize(1);
    assertThat(list.path("items").get(0)).isEqualTo(written);
    String one = PATROLS + "/" + written.path("id").textValue();
    assertThat(json(as(Role.VIEWER).get(one), 200).path("items")).hasSize(1);
  }

  @Test
  void a_fault_names_the_field_and_what_was_expected_in_both_languages() {
    JsonNode problem =
        problem(as(Role.OPERATION).post(PATROLS, "{\"items\":{\"a\":1}}"), 400, "bad_field");

    assertThat(problem.path("errors").findValuesAsText("field")).containsExactly("area", "items");
    assertThat(problem.path("errors").get(0).path("zh").textValue()).contains("区域");
    assertThat(problem.path("errors").get(0).path("en").textValue()).contains("area");
  }

  @Test
  void a_kind_that_there_is_not_is_not_found() {
    JsonNode problem =
        problem(as(Role.OPERATION).post("/api/v1/records/rumour", "{}"), 404, "not_found");

    assertThat(problem.path("expected")).hasSize(16);
  }

  @Test
  void a_repair_is_asked_for_from_an_alert_in_one_step_and_named_in_its_history() {
    open("a1");
    JsonNode repair =
        json(as(Role.OPERATION).post("/api/v1/records/repair", "{\"alert\":\"a1\"}"), 201);

    JsonNode alert = json(as(Role.VIEWER).get("/api/v1/alerts/a1"), 200);
    assertThat(repair.path("device")).isEqualTo(alert.path("device"));
    assertThat(repair.path("area")).isEqualTo(alert.path("area"));
    assertThat(repair.path("topic")).isEqualTo(alert.path("rule"));
    assertThat(repair.path("what").textValue()).isNotBlank();
    JsonNode history = json(as(Role.VIEWER).get("/api/v1/alerts/a1/history"), 200);
    assertThat(history.toString()).contains(repair.path("id").textValue());
  }

  @Test
  void a_repair_of_an_alert_that_is_not_there_is_refused() {
    JsonNode problem =
        problem(
            as(Role.OPERATION)
                .post("/api/v1/records/repair", "{\"alert\":\"nope\",\"what\":\"x\"}"),
            400,
            "bad_parameter");
    assertThat(problem.path("parameter").textValue()).isEqualTo("alert");
    assertThat(json(as(Role.VIEWER).get("/api/v1/records/repair"), 200).path("items")).isEmpty();
  }

  @Test
  void a_body_that_is_no_object_is_refused() {
    problem(as(Role.OPERATION).post(PATROLS, "[1]"), 400, "bad_body");
  }

  @Test
  void a_viewer_does_not_read_what_is_about_persons() {
    problem(as(Role.VIEWER).get("/api/v1/records/morning-check"), 403, "not_allowed");
    json(as(Role.INSPECTOR).get("/api/v1/records/morning-check"), 200);
  }

  @Test
  void a_contractor_is_bound_to_its_areas_in_writing_and_in_reading() {
    PersonId id = PersonId.of("contractor");
    canteen
        .accounts()
        .add(
            new NewAccount(id, Role.CONTRACTOR, Set.of(DemoSite.COLD), Optional.empty()),
            Canteen.PASSWORD);
    String elsewhere =
        DemoSite.site().areas().keySet().stream()
            .filter(area -> !area.equals(DemoSite.COLD))
            .findFirst()
            .orElseThrow()
            .value();
    as(Role.OPERATION).post(PATROLS, "{\"area\":\"" + elsewhere + "\"}");
    as(Role.CONTRACTOR).post(PATROLS, "{\"area\":\"" + DemoSite.COLD + "\"}");

    assertThat(json(as(Role.CONTRACTOR).get(PATROLS), 200).path("items")).hasSize(1);
    RecordCommand.Write mine =
        canteen.records().asked().stream()
            .filter(RecordCommand.Write.class::isInstance)
            .map(RecordCommand.Write.class::cast)
            .filter(write -> write.writer().role() == Role.CONTRACTOR)
            .findFirst()
            .orElseThrow();
    assertThat(mine.writer().only()).contains(Set.of(DemoSite.COLD));
  }

  @Test
  void a_long_list_comes_in_pages() {
    for (int i = 0; i < 3; i++) {
      clock.advance(Duration.ofSeconds(1));
      as(Role.OPERATION).post(PATROLS, "{\"area\":\"cold\",\"items\":" + i + "}");
    }

    JsonNode page = json(as(Role.VIEWER).get(PATROLS + "?limit=2"), 200);

    assertThat(page.path("items")).hasSize(2);
    assertThat(page.path("next").isTextual()).isTrue();
  }
}
