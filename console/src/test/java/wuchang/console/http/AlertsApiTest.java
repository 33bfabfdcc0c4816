package wuchang.console.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.console.access.NewAccount;
import wuchang.console.fake.Alerts;
import wuchang.console.fake.Canteen;
import wuchang.console.fake.Client;
import wuchang.console.fake.DemoSite;
import wuchang.domain.PersonId;
import wuchang.domain.Severity;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.finding.Evidence;
import wuchang.domain.site.Role;

class AlertsApiTest extends ConsoleCase {
  @Test
  void lists_the_newest_first_and_goes_on_where_it_left_off_though_new_ones_come() {
    for (int i = 0; i < 5; i++) {
      open("a" + i);
      clock.advance(Duration.ofMinutes(1));
    }
    Client viewer = as(Role.VIEWER);
    JsonNode first = json(viewer.get("/api/v1/alerts?limit=2"), 200);
    open("new");

    List<String> ids = ids(first);
    String next = first.path("next").textValue();
    while (next != null) {
      JsonNode page = json(viewer.get("/api/v1/alerts?limit=2&cursor=" + next), 200);
      ids.addAll(ids(page));
      next = page.path("next").textValue();
    }

    assertThat(ids).containsExactly("a4", "a3", "a2", "a1", "a0");
  }

  @ParameterizedTest
  @CsvSource({
    "state=open, cold:wash:old",
    "state=acknowledged, taken",
    "'state=open,acknowledged', taken:cold:wash:old",
    "state=open&state=acknowledged, taken:cold:wash:old",
    "severity=critical, wash",
    "area=wash, wash",
    "device=gate-1, wash",
    "rule=GAT-02, wash",
    "from=2026-11-23T09:00:00Z, taken:cold:wash",
    "from=2026-11-23T17:00:00+08:00, taken:cold:wash",
    "from=2026-11-23, taken:cold:wash",
    "to=2026-11-22T00:00:00Z, old",
    "severity=critical&area=cold-room, ''",
    "state=&severity=&area=, taken:cold:wash:old"
  })
  void filters(String query, String expected) {
    some();

    JsonNode page = json(as(Role.VIEWER).get("/api/v1/alerts?" + query), 200);

    List<String> ids = expected.isEmpty() ? List.of() : List.of(expected.split(":"));
    assertThat(ids(page)).containsExactlyInAnyOrderElementsOf(ids);
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, limit",
    "limit=501, limit",
    "limit=many, limit",
    "state=broken, state",
    "severity=CRITICAL, severity",
    "from=yesterday, from",
    "to=2026-13-01T00:00:00Z, to",
    "area=%20x, area",
    "cursor=abc, cursor"
  })
  void names_the_bad_parameter_and_what_was_expected(String query, String parameter) {
    JsonNode problem =
        problem(as(Role.VIEWER).get("/api/v1/alerts?" + query), 400, "bad_parameter");

    assertThat(problem.path("parameter").textValue()).isEqualTo(parameter);
    assertThat(problem.path("expected").textValue()).isNotBlank();
    assertThat(problem.path("detail").textValue()).contains("«" + parameter + "»", "expected");
  }

  @Test
  void the_first_to_acknowledge_owns_it_and_the_second_is_told() {
    open("a1");
    Client operation = as(Role.OPERATION);

    JsonNode taken =
        json(
            operation.post(
                "/api/v1/alerts/a1/acknowledge", "{\"promiseMinutes\":15,\"note\":\"我来\"}"),
            200);

    assertThat(taken.path("state").textValue()).isEqualTo("acknowledged");
    assertThat(taken.path("owner").textValue()).isEqualTo("operation");
    assertThat(taken.path("promisedAt").textValue()).isEqualTo("2026-11-23T10:15:00Z");
    problem(
        as(Role.MANAGEMENT).post("/api/v1/alerts/a1/acknowledge", "{}"),
        409,
        "already_acknowledged");
    JsonNode history = json(operation.get("/api/v1/alerts/a1/history"), 200).path("items");
    assertThat(history).hasSize(2);
    assertThat(history.get(1).path("step").textValue()).isEqualTo("acknowledged");
    assertThat(history.get(1).path("by").textValue()).isEqualTo("operation");
    assertThat(history.get(1).path("why").textValue()).isEqualTo("我来");
  }

  @Test
  void an_alert_in_breach_is_closed_by_management_with_a_reason_only() {
    open("a1");
    Client management = as(Role.MANAGEMENT);
    String path = "/api/v1/alerts/a1/close";

    problem(management.post(path, close("")), 409, "still_in_breach");
    JsonNode closed = json(management.post(path, close(",\"override\":\"停用\"")), 200);

    assertThat(closed.path("state").textValue()).isEqualTo("closed");
    assertThat(closed.path("cause").textValue()).isEqualTo("equipment");
    JsonNode history = json(management.get("/api/v1/alerts/a1/history"), 200).path("items");
    assertThat(history.get(1).path("why").textValue()).isEqualTo("换门封 · remeasured: 3.2");
  }

  @Test
  void the_owner_closes_what_is_right_again_and_nobody_elses() {
    String mine = "/api/v1/alerts/mine/close";
    canteen.account(Role.OPERATION);
    resolved("mine", "operation");
    resolved("other", "zhang");
    Client operation = as(Role.OPERATION);

    problem(operation.post("/api/v1/alerts/other/close", close("")), 403, "not_allowed");
    problem(operation.post("/api/v1/alerts/other/false-alarm", note()), 403, "not_allowed");
    problem(operation.post(mine, close(",\"override\":\"so\"")), 403, "not_allowed");
    assertThat(operation.post(mine, close("")).statusCode()).isEqualTo(200);
    assertThat(as(Role.MANAGEMENT).post("/api/v1/alerts/other/close", close("")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void an_alert_changes_hands_only_when_the_other_accepts() {
    canteen.account(Role.OPERATION);
    var mine =
        Alerts.taken(open("a1"), PersonId.of("operation"), NOW, java.time.Duration.ofMinutes(5));
    canteen.alerts().put(AlertStep.Kind.ACKNOWLEDGED, "operation", "", mine);
    String path = "/api/v1/alerts/a1/";
    String offer = "{\"to\":\"management\",\"note\":\"下班了\"}";

    JsonNode offered = json(as(Role.OPERATION).post(path + "hand-over", offer), 200);
    assertThat(offered.path("owner").textValue()).isEqualTo("operation");
    assertThat(offered.path("offeredTo").textValue()).isEqualTo("management");
    problem(as(Role.DECISION).post(path + "accept", "{}"), 409, "not_offered");
    JsonNode declined = json(as(Role.MANAGEMENT).post(path + "decline", "{}"), 200);
    assertThat(declined.path("owner").textValue()).isEqualTo("operation");
    as(Role.OPERATION).post(path + "hand-over", offer);
    JsonNode taken = json(as(Role.MANAGEMENT).post(path + "accept", "{}"), 200);

    assertThat(taken.path("owner").textValue()).isEqualTo("management");
  }

  @Test
  void only_its_owner_or_management_hands_an_alert_over() {
    var other =
        Alerts.taken(open("a1"), PersonId.of("zhang"), NOW, java.time.Duration.ofMinutes(5));
    canteen.alerts().put(AlertStep.Kind.ACKNOWLEDGED, "zhang", "", other);
    String path = "/api/v1/alerts/a1/hand-over";

    problem(as(Role.OPERATION).post(path, "{\"to\":\"decision\"}"), 403, "not_allowed");
    problem(as(Role.MANAGEMENT).post(path, "{}"), 400, "bad_parameter");
    assertThat(as(Role.MANAGEMENT).post(path, "{\"to\":\"decision\"}").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "acknowledge|{\"promiseMinutes\":0}|promiseMinutes",
        "acknowledge|{\"promiseMinutes\":1.5}|promiseMinutes",
        "acknowledge|{\"promiseMinutes\":\"15\"}|promiseMinutes",
        "acknowledge|{\"promiseMinutes\":99999999999}|promiseMinutes",
        "acknowledge|{\"note\":5}|note",
        "comment|{}|note",
        "comment|{\"note\":\"  \"}|note",
        "false-alarm|{}|note",
        "close|{\"action\":\"x\"}|cause",
        "close|{\"cause\":\"magic\",\"action\":\"x\"}|cause",
        "close|{\"cause\":\"equipment\"}|action",
        "close|{\"cause\":\"equipment\",\"action\":\"x\",\"remeasured\":\"3\"}|remeasured"
      })
  void names_the_bad_field(String act, String body, String field) {
    open("a1");

    JsonNode problem =
        problem(as(Role.ADMIN).post("/api/v1/alerts/a1/" + act, body), 400, "bad_parameter");

    assertThat(problem.path("parameter").textValue()).isEqualTo(field);
  }

  @Test
  void a_body_that_is_no_object_is_refused() {
    open("a1");
    for (String body : List.of("[]", "{", "5", "{\"a\":1} x")) {
      problem(as(Role.ADMIN).post("/api/v1/alerts/a1/comment", body), 400, "bad_body");
    }
  }

  @Test
  void a_long_body_is_refused() {
    open("a1");
    String body = "{\"note\":\"" + "x".repeat(70_000) + "\"}";

    problem(as(Role.ADMIN).post("/api/v1/alerts/a1/comment", body), 413, "too_large");
  }

  @Test
  void an_unknown_alert_is_not_found() {
    Client admin = as(Role.ADMIN);

    problem(admin.get("/api/v1/alerts/none"), 404, "unknown_alert");
    problem(admin.get("/api/v1/alerts/none/history"), 404, "unknown_alert");
    problem(admin.post("/api/v1/alerts/none/comment", note()), 404, "unknown_alert");
    problem(admin.get("/api/v1/alerts/%20"), 404, "not_found");
  }

  @Test
  void a_contractor_sees_and_does_things_in_its_own_areas_only() {
    PersonId coldco = PersonId.of("contractor");
    canteen
        .accounts()
        .add(
            new NewAccount(coldco, Role.CONTRACTOR, Set.of(DemoSite.COLD), Optional.empty()),
            Canteen.PASSWORD);
    open("own", DemoSite.COLD);
    open("foreign", DemoSite.WASH);
    Client contractor = as(Role.CONTRACTOR);

    assertThat(ids(json(contractor.get("/api/v1/alerts"), 200))).containsExactly("own");
    assertThat(contractor.get("/api/v1/alerts/own").statusCode()).isEqualTo(200);
    problem(contractor.get("/api/v1/alerts/foreign"), 403, "not_allowed");
    problem(contractor.get("/api/v1/alerts/foreign/history"), 403, "not_allowed");
    problem(contractor.post("/api/v1/alerts/foreign/acknowledge", "{}"), 403, "not_allowed");
    assertThat(contractor.post("/api/v1/alerts/own/acknowledge", "{}").statusCode()).isEqualTo(200);
  }

  private void some() {
    canteen
        .alerts()
        .open(Alerts.open("old", Severity.MAJOR, DemoSite.COLD, NOW.minus(Duration.ofDays(3))));
    open("cold");
    canteen
        .alerts()
        .open(
            Alerts.open(
                "wash",
                "GAT-02",
                Severity.CRITICAL,
                DemoSite.GATE,
                DemoSite.WASH,
                NOW,
                Evidence.NONE));
    canteen
        .alerts()
        .put(
            AlertStep.Kind.ACKNOWLEDGED,
            "zhang",
            "",
            Alerts.taken(open("taken"), PersonId.of("zhang"), NOW, Duration.ofMinutes(5)));
  }

  private void resolved(String id, String owner) {
    var taken = Alerts.taken(open(id), PersonId.of(owner), NOW, Duration.ofMinutes(5));
    canteen.alerts().put(AlertStep.Kind.RESOLVED, "system", "", Alerts.resolved(taken, NOW));
  }

  private static String close(String more) {
    return "{\"cause\":\"equipment\",\"action\":\"换门封\",\"remeasured\":3.2" + more + "}";
  }

  private static String note() {
    return "{\"note\":\"x\"}";
  }

  private static List<String> ids(JsonNode page) {
    List<String> ids = new ArrayList<>();
    page.path("items").forEach(item -> ids.add(item.path("id").textValue()));
    return ids;
  }
}
