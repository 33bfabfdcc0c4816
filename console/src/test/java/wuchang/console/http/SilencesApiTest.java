package wuchang.console.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.console.access.NewAccount;
import wuchang.console.fake.Canteen;
import wuchang.console.fake.Client;
import wuchang.console.fake.DemoSite;
import wuchang.domain.PersonId;
import wuchang.domain.site.Role;

class SilencesApiTest extends ConsoleCase {
  private static final String PATH = "/api/v1/silences";

  @Test
  void a_silence_begins_is_listed_and_ends() {
    Client operation = as(Role.OPERATION);

    JsonNode begun = json(operation.post(PATH, silence("{\"device\":\"fridge-1\"}", "12:00")), 201);
    assertThat(begun.path("state").textValue()).isEqualTo("in_force");
    assertThat(begun.path("scope").path("device").textValue()).isEqualTo("fridge-1");
    assertThat(begun.path("by").textValue()).isEqualTo("operation");
    assertThat(json(operation.get(PATH), 200).path("items")).hasSize(1);

    String one = PATH + "/" + begun.path("id").textValue();
    JsonNode ended = json(operation.send("DELETE", one, ""), 200);

    assertThat(ended.path("state").textValue()).isEqualTo("over");
    assertThat(ended.path("endedBy").textValue()).isEqualTo("operation");
  }

  @Test
  void more_than_a_day_takes_the_second_level() {
    String long_ = silence("{}", "").replace("T:", "T12:").replace("2026-11-23", "2026-11-25");

    problem(as(Role.OPERATION).post(PATH, long_), 403, "too_long");
    assertThat(as(Role.MANAGEMENT).post(PATH, long_).statusCode()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|scope",
        "{\"scope\":[]}|scope",
        "{\"scope\":{},\"reason\":\"x\"}|until",
        "{\"scope\":{},\"until\":\"2026-11-23T12:00:00Z\"}|reason",
        "{\"scope\":{},\"reason\":\"x\",\"until\":\"noon\"}|until",
        "{\"scope\":{\"device\":\" \"},\"reason\":\"x\",\"until\":\"2026-11-23T12:00:00Z\"}|scope.device",
        "{\"scope\":{\"devise\":\"fridge-1\"},\"reason\":\"x\",\"until\":\"2026-11-23T12:00:00Z\"}|scope",
        "{\"scope\":{\"site\":\"west\"},\"reason\":\"x\",\"until\":\"2026-11-23T12:00:00Z\"}|scope.site"
      })
  void names_the_bad_field(String body, String field) {
    JsonNode problem = problem(as(Role.ADMIN).post(PATH, body), 400, "bad_parameter");

    assertThat(problem.path("parameter").textValue()).isEqualTo(field);
  }

  @Test
  void a_silence_that_is_not_there_cannot_end() {
    problem(as(Role.ADMIN).send("DELETE", PATH + "/none", ""), 404, "unknown_silence");
  }

  @Test
  void a_contractor_silences_its_own_areas_only_and_sees_no_others() {
    canteen
        .accounts()
        .add(
            new NewAccount(
                PersonId.of("contractor"),
                Role.CONTRACTOR,
                Set.of(DemoSite.COLD),
                Optional.empty()),
            Canteen.PASSWORD);
    Client contractor = as(Role.CONTRACTOR);
    String foreign = "{\"area\":\"" + DemoSite.WASH + "\"}";
    JsonNode others = json(as(Role.OPERATION).post(PATH, silence(foreign, "12:00")), 201);

    problem(contractor.post(PATH, silence("{}", "12:00")), 403, "not_allowed");
    problem(contractor.post(PATH, silence(foreign, "12:00")), 403, "not_allowed");
    problem(
        contractor.send("DELETE", PATH + "/" + others.path("id").textValue(), ""),
        403,
        "not_allowed");
    String own = "{\"area\":\"" + DemoSite.COLD + "\"}";
    assertThat(contractor.post(PATH, silence(own, "12:00")).statusCode()).isEqualTo(201);
    assertThat(json(contractor.get(PATH), 200).path("items")).hasSize(1);
  }

  @Test
  void alarm_figures_are_counted_and_a_backward_stretch_is_refused() {
    JsonNode figures = json(as(Role.VIEWER).get("/api/v1/alarm-figures"), 200);

    assertThat(figures.path("opened").path("major").intValue()).isEqualTo(3);
    assertThat(figures.path("people").path("zhang").path("worstTenMinutes").intValue())
        .isEqualTo(2);
    assertThat(figures.path("most").get(0).path("rule").textValue()).isEqualTo("FRG-01");
    problem(
        as(Role.VIEWER).get("/api/v1/alarm-figures?from=2026-11-23&to=2026-11-22"),
        400,
        "bad_parameter");
  }

  private static String silence(String scope, String until) {
    return "{\"scope\":" + scope + ",\"reason\":\"除霜\",\"until\":\"2026-11-23T" + until + ":00Z\"}";
  }
}
