package wuchang.console.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import wuchang.console.access.SignInLinks;
import wuchang.console.fake.Canteen;
import wuchang.console.fake.Client;
import wuchang.domain.PersonId;
import wuchang.domain.site.Role;

class SignInTest extends ConsoleCase {
  private static final String FORM = "application/x-www-form-urlencoded";

  @Test
  void a_right_password_sets_a_cookie_that_scripts_and_other_sites_cannot_use() {
    canteen.account(Role.VIEWER);

    HttpResponse<String> answer = login("viewer", "correct+horse");

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().firstValue("set-cookie").orElseThrow())
        .startsWith("wuchang_")
        .contains("HTTPOnly", "SameSite=Lax", "Path=/")
        .doesNotContain("Secure");
    assertThat(json(with(answer).get("/api/v1/me"), 200).path("role").textValue())
        .isEqualTo("viewer");
  }

  @Test
  void a_browser_is_led_to_the_page_and_never_to_another_site() {
    canteen.account(Role.VIEWER);

    assertThat(next("/alerts/a-1")).isEqualTo("/alerts/a-1");
    assertThat(next("//evil.example")).isEqualTo("/");
    assertThat(next("https://evil.example/")).isEqualTo("/");
    assertThat(next("/alerts/%0d%0aSet-Cookie:x")).isEqualTo("/");
    assertThat(next("/logout")).isEqualTo("/");
  }

  @Test
  void takes_json_too() {
    canteen.account(Role.VIEWER);

    HttpResponse<String> answer =
        nobody()
            .with("Content-Type", "application/json")
            .post("/login", "{\"username\":\"viewer\",\"password\":\"correct horse\"}");

    assertThat(answer.statusCode()).isEqualTo(204);
  }

  @Test
  void a_wrong_password_and_an_unknown_account_read_the_same() {
    canteen.account(Role.VIEWER);

    assertThat(problem(login("viewer", "wrong"), 401, "sign_in"))
        .isEqualTo(problem(login("nobody", "wrong"), 401, "sign_in"));
    assertThat(
            nobody()
                .with("Accept", "text/html")
                .with("Content-Type", FORM)
                .post("/login", "username=viewer&password=wrong")
                .body())
        .contains("账号或密码不对", "<form method=\"post\" action=\"/login\">");
  }

  @Test
  void guessing_at_an_account_must_wait_and_the_right_password_then_too() {
    canteen.account(Role.VIEWER);
    for (int i = 0; i < 5; i++) {
      assertThat(login("viewer", "wrong" + i).statusCode()).isEqualTo(401);
    }

    HttpResponse<String> answer = login("viewer", "correct+horse");

    problem(answer, 429, "too_many_tries");
    assertThat(answer.headers().firstValue("retry-after")).contains("2");
    canteen.account(Role.ADMIN);
    assertThat(login("admin", "correct+horse").statusCode()).isEqualTo(204);
  }

  @Test
  void guessing_from_one_address_must_wait_whatever_the_account() {
    for (int i = 0; i < 30; i++) {
      assertThat(login("nobody-" + i, "wrong").statusCode()).isEqualTo(401);
    }

    problem(login("nobody-31", "wrong"), 429, "too_many_tries");
  }

  @Test
  void signing_out_ends_the_session_on_the_server() {
    canteen.account(Role.VIEWER);
    Client browser = nobody().signedIn("viewer").withCsrf();

    HttpResponse<String> answer = browser.post("/logout", "");

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().firstValue("set-cookie").orElseThrow()).contains("Max-Age=0");
    problem(browser.get("/api/v1/me"), 401, "sign_in");
  }

  @Test
  void a_disabled_account_is_out_at_once() {
    PersonId viewer = canteen.account(Role.VIEWER);
    Client browser = nobody().signedIn("viewer");
    Client program = as(Role.VIEWER);

    canteen.accounts().disable(viewer);

    problem(browser.get("/api/v1/me"), 401, "sign_in");
    problem(program.get("/api/v1/me"), 401, "sign_in");
    assertThat(login("viewer", "correct+horse").statusCode()).isEqualTo(401);
  }

  @Test
  void a_link_for_one_use_survives_a_preview_and_is_used_by_its_button_once() {
    PersonId viewer = canteen.account(Role.VIEWER);
    String path = canteen.links().make(viewer, SignInLinks.Kind.ONCE, Duration.ofMinutes(5));
    String token = path.substring(path.indexOf('=') + 1);

    for (int preview = 0; preview < 3; preview++) {
      HttpResponse<String> page = nobody().get(path);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.headers().firstValue("set-cookie")).isEmpty();
      assertThat(page.body()).contains("value=\"" + token + "\"", "data-go-on", "<button");
    }

    Client button = nobody().with("Content-Type", FORM);
    HttpResponse<String> used = button.post("/sign-in", "token=" + token);
    assertThat(used.statusCode()).isEqualTo(204);
    assertThat(with(used).get("/api/v1/me").statusCode()).isEqualTo(200);
    problem(button.post("/sign-in", "token=" + token), 401, "sign_in");
    problem(nobody().get(path), 401, "sign_in");
  }

  @Test
  void a_link_of_the_terminal_signs_in_by_opening_it() {
    PersonId viewer = canteen.account(Role.VIEWER);
    String path = canteen.links().make(viewer, SignInLinks.Kind.TERMINAL, Duration.ofMinutes(5));

    for (int time = 0; time < 2; time++) {
      HttpResponse<String> opened = nobody().get(path);
      assertThat(opened.statusCode()).isEqualTo(303);
      assertThat(opened.headers().firstValue("location")).contains("/");
      assertThat(with(opened).get("/").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_made_up_link_is_refused() {
    problem(nobody().get("/sign-in?token=%3Cscript%3E"), 401, "sign_in");
    problem(nobody().get("/sign-in"), 401, "sign_in");
    assertThat(nobody().with("Accept", "text/html").get("/sign-in?token=%3Cscript%3Ex").body())
        .contains("登录链接已用过或已过期")
        .doesNotContain("<script>x");
  }

  @Test
  void a_password_is_changed_by_who_knows_the_old_one_and_other_sessions_are_over() {
    canteen.account(Role.VIEWER);
    Client other = nobody().signedIn("viewer");
    Client browser = nobody().signedIn("viewer").withCsrf();

    problem(change(browser, "not this", "a new password"), 403, "not_allowed");
    problem(change(browser, Canteen.PASSWORD, "short"), 400, "refused");
    HttpResponse<String> answer = change(browser, Canteen.PASSWORD, "a new password");

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(with(answer).get("/api/v1/me").statusCode()).isEqualTo(200);
    problem(other.get("/api/v1/me"), 401, "sign_in");
    assertThat(login("viewer", "a+new+password").statusCode()).isEqualTo(204);
  }

  @Test
  void a_token_that_is_none_is_refused_whatever_its_form() {
    problem(nobody().bearer("wch_made_up").get("/api/v1/me"), 401, "sign_in");
    problem(nobody().with("Authorization", "Basic dTpw").get("/api/v1/me"), 401, "sign_in");
    problem(nobody().with("Authorization", "Bearer").get("/api/v1/me"), 401, "sign_in");
    problem(nobody().with("Cookie", "wuchang_0=x").get("/api/v1/me"), 401, "sign_in");
    assertThat(nobody().get("/api/v1/me").headers().firstValue("www-authenticate"))
        .contains("Bearer realm=\"wuchang\"");
  }

  private HttpResponse<String> login(String name, String password) {
    return nobody()
        .with("Content-Type", FORM)
        .post("/login", "username=" + name + "&password=" + password);
  }

  private String next(String wanted) {
    HttpResponse<String> answer =
        nobody()
            .with("Content-Type", FORM)
            .with("Accept", "text/html")
            .post("/login", "username=viewer&password=correct+horse&next=" + wanted);
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer.headers().firstValue("location").orElseThrow();
  }

  private static HttpResponse<String> change(Client browser, String current, String wanted) {
    return browser
        .with("Content-Type", "application/json")
        .post(
            "/api/v1/me/password", "{\"current\":\"" + current + "\",\"new\":\"" + wanted + "\"}");
  }

  private Client with(HttpResponse<String> answer) {
    return nobody().with("Cookie", Client.cookie(answer));
  }
}
