package wuchang.console.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wuchang.console.fake.Client;
import wuchang.domain.site.Role;

class CsrfTest extends ConsoleCase {
  private static final String COMMENT = "/api/v1/alerts/a1/comment";
  private static final String NOTE = "{\"note\":\"seen\"}";

  private Client browser;

  @BeforeEach
  void signIn() {
    canteen.account(Role.OPERATION);
    open("a1");
    browser = nobody().signedIn("operation");
  }

  @Test
  void a_change_by_cookie_needs_the_word_that_only_our_page_can_read() {
    problem(browser.post(COMMENT, NOTE), 403, "csrf");
    problem(browser.with("X-CSRF-Token", "guess").post(COMMENT, NOTE), 403, "csrf");

    assertThat(browser.withCsrf().post(COMMENT, NOTE).statusCode()).isEqualTo(200);
  }

  @Test
  void the_word_of_one_session_is_of_no_use_in_another() {
    String other =
        json(nobody().signedIn("operation").get("/api/v1/me").body()).path("csrf").textValue();

    problem(browser.with("X-CSRF-Token", other).post(COMMENT, NOTE), 403, "csrf");
  }

  @Test
  void another_origin_is_refused_even_with_the_word() {
    Client page = browser.withCsrf();
    String own = "http://127.0.0.1:" + canteen.port();

    assertThat(page.with("Origin", own).post(COMMENT, NOTE).statusCode()).isEqualTo(200);
    problem(page.with("Origin", "https://evil.example").post(COMMENT, NOTE), 403, "csrf");
    problem(page.with("Origin", "null").post(COMMENT, NOTE), 403, "csrf");
    problem(page.with("Origin", "http://127.0.0.1:1").post(COMMENT, NOTE), 403, "csrf");
    problem(page.with("Sec-Fetch-Site", "cross-site").post(COMMENT, NOTE), 403, "csrf");
  }

  @Test
  void a_bearer_token_needs_no_word() {
    assertThat(as(Role.OPERATION).post(COMMENT, NOTE).statusCode()).isEqualTo(200);
  }

  @Test
  void a_bearer_token_beside_a_cookie_counts_alone() {
    Client both = browser.bearer(canteen.token(Role.VIEWER));

    problem(both.post(COMMENT, NOTE), 403, "not_allowed");
  }

  @Test
  void another_site_cannot_sign_somebody_in() {
    Client form = nobody().with("Content-Type", "application/x-www-form-urlencoded");

    problem(
        form.with("Origin", "https://evil.example")
            .post("/login", "username=operation&password=correct+horse"),
        403,
        "not_allowed");
  }

  @Test
  void reading_needs_no_word() {
    assertThat(browser.get("/api/v1/alerts").statusCode()).isEqualTo(200);
  }
}
