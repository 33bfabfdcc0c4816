package wuchang.console.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wuchang.console.fake.Alerts;
import wuchang.console.fake.Canteen;
import wuchang.domain.AlertId;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertLink;
import wuchang.domain.alert.AlertState;
import wuchang.domain.site.Role;

/** Links in messages: what they show, what they do, and when they are over. */
class LinkTest extends ConsoleCase {
  @Test
  void opening_a_link_shows_the_alert_and_acts_never() {
    open("a1");
    for (int i = 0; i < 3; i++) {
      HttpResponse<String> page = nobody().get(path("a1"));
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("data-alert", "张三", "15 分钟", "30 分钟", "60 分钟");
    }

    assertThat(state("a1")).isEqualTo(AlertState.OPEN);
  }

  @Test
  void the_button_takes_it_on_without_a_sign_in() {
    open("a1");
    HttpResponse<String> answer = press("a1", "zhang", "30");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(state("a1")).isEqualTo(AlertState.ACKNOWLEDGED);
    assertThat(nobody().get(path("a1")).body()).contains("张三 已接手").doesNotContain("我来处理");
  }

  @Test
  void its_owner_says_by_the_link_that_it_takes_longer() {
    open("a1");
    press("a1", "zhang", "30");
    clock.advance(Duration.ofMinutes(20));
    assertThat(nobody().get(path("a1")).body()).contains("data-promise", "120 分钟");

    HttpResponse<String> answer = anew("zhang", "120", "waits%20for%20a%20fan");

    assertThat(answer.statusCode()).isEqualTo(303);
    JsonNode alert = json(as(Role.ADMIN).get("/api/v1/alerts/a1"), 200);
    assertThat(alert.path("promisedAt").textValue())
        .isEqualTo(clock.instant().plus(Duration.ofHours(2)).toString());
  }

  @Test
  void nobody_else_promises_anew_and_nobody_without_a_reason() {
    open("a1");
    press("a1", "zhang", "30");

    problem(anew("li", "120", "why"), 400, "bad_parameter");
    problem(anew("zhang", "120", ""), 400, "bad_parameter");
    problem(anew("zhang", "90", "why"), 400, "bad_parameter");
  }

  @Test
  void whom_it_is_offered_takes_it_over_by_the_link_or_does_not() {
    open("a1");
    press("a1", "zhang", "30");
    offerTo("li");
    assertThat(nobody().get(path("a1")).body()).contains("data-offer", "接手", "不接");

    problem(answer("li", "maybe"), 400, "bad_parameter");
    assertThat(answer("zhang", "accept").statusCode()).isEqualTo(409);
    assertThat(answer("li", "decline").statusCode()).isEqualTo(303);
    assertThat(nobody().get(path("a1")).body()).contains("张三 已接手").doesNotContain("data-offer");

    offerTo("li");
    assertThat(answer("li", "accept").statusCode()).isEqualTo(303);
    JsonNode alert = json(as(Role.ADMIN).get("/api/v1/alerts/a1"), 200);
    assertThat(alert.path("owner").textValue()).isEqualTo("li");
  }

  @Test
  void who_comes_second_sees_who_was_first() {
    open("a1");
    press("a1", "zhang", "30");
    HttpResponse<String> second = press("a1", "li", "15");

    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("张三 已接手");
  }

  @Test
  void nobody_can_say_to_be_somebody_who_may_not_act_or_promise_what_is_not_offered() {
    open("a1");

    problem(press("a1", "nobody", "30"), 400, "bad_parameter");
    problem(press("a1", "zhang", "600"), 400, "bad_parameter");
    assertThat(state("a1")).isEqualTo(AlertState.OPEN);
  }

  @Test
  void a_link_is_good_for_its_alert_alone_and_only_as_it_was_signed() {
    open("a1");
    open("a2");
    String path = path("a1");
    for (String forged :
        List.of(
            path.replace("/a1/", "/a2/"),
            path.replace("/group/", "/other/"),
            path.substring(0, path.length() - 1) + (path.endsWith("A") ? "B" : "A"),
            path.replaceAll("/[^/.]+\\.", "/zzzzzz."))) {
      assertThat(nobody().get(forged).statusCode()).as(forged).isEqualTo(404);
      assertThat(post(forged, "zhang", "30").statusCode()).as(forged).isEqualTo(404);
    }
    assertThat(state("a2")).isEqualTo(AlertState.OPEN);
  }

  @Test
  void a_link_is_over_after_its_time_and_not_before() {
    open("a1");
    String path = path("a1");
    clock.advance(Duration.ofHours(24).minusSeconds(1));
    assertThat(nobody().get(path).statusCode()).isEqualTo(200);
    clock.advance(Duration.ofSeconds(1));

    assertThat(nobody().get(path).statusCode()).isEqualTo(410);
    assertThat(post(path, "zhang", "30").statusCode()).isEqualTo(410);
    assertThat(state("a1")).isEqualTo(AlertState.OPEN);
  }

  @Test
  void closing_the_alert_ends_its_links() {
    Alert alert = open("a1");
    canteen
        .alerts()
        .open(Alerts.ended(alert, AlertState.CLOSED, clock.instant(), Optional.of("equipment")));

    assertThat(nobody().get(path("a1")).statusCode()).isEqualTo(410);
    assertThat(press("a1", "zhang", "30").statusCode()).isEqualTo(410);
  }

  private String path(String alert) {
    return new AlertLink(
            AlertId.of(alert), "group", "opened", clock.instant().plus(Duration.ofHours(24)))
        .path(Canteen.LINK_SECRET);
  }

  private HttpResponse<String> press(String alert, String person, String minutes) {
    return post(path(alert), person, minutes);
  }

  private HttpResponse<String> anew(String person, String minutes, String note) {
    return post(path("a1"), person, minutes + "&note=" + note);
  }

  private HttpResponse<String> answer(String person, String word) {
    return nobody()
        .with("Content-Type", "application/x-www-form-urlencoded")
        .post(path("a1"), "person=" + person + "&answer=" + word);
  }

  private void offerTo(String person) {
    json(as(Role.ADMIN).post("/api/v1/alerts/a1/hand-over", "{\"to\":\"" + person + "\"}"), 200);
  }

  private HttpResponse<String> post(String path, String person, String minutes) {
    return nobody()
        .with("Content-Type", "application/x-www-form-urlencoded")
        .post(path, "person=" + person + "&minutes=" + minutes);
  }

  private AlertState state(String alert) {
    return AlertState.of(
            json(as(Role.ADMIN).get("/api/v1/alerts/" + alert), 200).path("state").textValue())
        .orElseThrow();
  }
}
