package wuchang.console.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wuchang.console.fake.Alerts;
import wuchang.domain.PersonId;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.site.Role;

class PromisesApiTest extends ConsoleCase {
  private static final String PATH = "/api/v1/alerts/a1/promise";
  private static final String LONGER = "{\"promiseMinutes\":60,\"note\":\"等供电所\"}";

  @BeforeEach
  void an_alert_of_the_supervisor() {
    canteen.account(Role.OPERATION);
    var mine = Alerts.taken(open("a1"), PersonId.of("operation"), NOW, Duration.ofMinutes(5));
    canteen.alerts().put(AlertStep.Kind.ACKNOWLEDGED, "operation", "", mine);
  }

  @Test
  void its_owner_says_anew_until_when() {
    JsonNode after = json(as(Role.OPERATION).post(PATH, LONGER), 200);
    JsonNode history = json(as(Role.OPERATION).get("/api/v1/alerts/a1/history"), 200);

    assertThat(after.path("promisedAt").textValue())
        .isEqualTo(NOW.plus(Duration.ofMinutes(60)).toString());
    JsonNode last = history.path("items").path(history.path("items").size() - 1);
    assertThat(last.path("step").textValue()).isEqualTo("promised_anew");
    assertThat(last.path("why").textValue()).isEqualTo("等供电所");
  }

  @Test
  void nobody_promises_for_another_but_management() {
    problem(as(Role.CONTRACTOR).post(PATH, LONGER), 403, "not_allowed");
    assertThat(as(Role.MANAGEMENT).post(PATH, LONGER).statusCode()).isEqualTo(200);
  }

  @Test
  void it_takes_a_reason_and_for_more_than_a_day_management() {
    String twoDays = "{\"promiseMinutes\":2880,\"note\":\"waits for a part\"}";

    problem(as(Role.OPERATION).post(PATH, "{\"promiseMinutes\":60}"), 400, "bad_parameter");
    problem(as(Role.OPERATION).post(PATH, twoDays), 403, "too_long");
    assertThat(as(Role.MANAGEMENT).post(PATH, twoDays).statusCode()).isEqualTo(200);
  }
}
