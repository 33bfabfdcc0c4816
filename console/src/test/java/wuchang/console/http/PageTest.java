package wuchang.console.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wuchang.console.fake.DemoSite;
import wuchang.domain.Text;
import wuchang.domain.site.Role;

class PageTest extends ConsoleCase {
  private static final List<String> MODULES =
      List.of(
          "app",
          "api",
          "words",
          "clock",
          "dom",
          "state",
          "stream",
          "alerts",
          "acts",
          "devices",
          "device",
          "chart",
          "more",
          "silences",
          "records");

  @Test
  void who_is_not_signed_in_gets_the_login_page_with_a_401() {
    var answer = nobody().with("Accept", "text/html").get("/");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("action=\"/login\"").doesNotContain("app.js");
    assertThat(nobody().with("Accept", "text/html").get("/alerts/a1").body())
        .contains("action=\"/login\"");
    problem(nobody().get("/"), 401, "sign_in");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/login", "/health/live", "/open/style.css", "/api/v1/me", "/nothing"})
  void every_answer_tells_browsers_what_to_refuse(String path) {
    var headers = nobody().get(path).headers();

    assertThat(headers.firstValue("content-security-policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
    assertThat(headers.firstValue("referrer-policy")).contains("same-origin");
    assertThat(headers.firstValue("access-control-allow-origin")).isEmpty();
  }

  @Test
  void every_file_of_the_page_is_served_with_its_type() {
    for (String module : MODULES) {
      var answer = as(Role.VIEWER).get("/page/" + module + ".js");
      assertThat(answer.statusCode()).as(module).isEqualTo(200);
      assertThat(answer.headers().firstValue("content-type").orElseThrow())
          .startsWith("text/javascript");
    }
    assertThat(as(Role.VIEWER).get("/page/uplot.js").body()).contains("uPlot");
    assertThat(as(Role.VIEWER).get("/page/uplot.css").statusCode()).isEqualTo(200);
    assertThat(as(Role.VIEWER).get("/page/page.css").statusCode()).isEqualTo(200);
    assertThat(nobody().get("/open/icon.svg").headers().firstValue("content-type"))
        .contains("image/svg+xml");
  }

  @Test
  void every_file_that_a_file_of_the_page_asks_for_is_there() {
    Pattern wanted =
        Pattern.compile("(?:from|href=|src=|import) ?['\"]([./][^'\"#]*\\.(?:js|css|svg))['\"]");
    Set<String> asked = new TreeSet<>();
    collect(asked, wanted, as(Role.VIEWER).get("/").body());
    collect(asked, wanted, nobody().get("/login").body());
    for (String module : MODULES) {
      collect(asked, wanted, module(module));
    }

    assertThat(asked).contains("/page/app.js", "/open/lang.js", "/page/uplot.js");
    assertThat(asked)
        .allSatisfy(path -> assertThat(as(Role.VIEWER).get(path).statusCode()).isEqualTo(200));
  }

  @Test
  void a_copy_that_is_still_good_is_not_sent_again() {
    String etag = nobody().get("/open/style.css").headers().firstValue("etag").orElseThrow();

    var again = nobody().with("If-None-Match", etag).get("/open/style.css");

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/open/app.js",
        "/open/..%2Fpage%2Fapp.js",
        "/page/..%2F..%2Fopenapi.yaml",
        "/page/none.js",
        "/open/login.html"
      })
  void nothing_else_of_the_class_path_is_served(String path) {
    assertThat(as(Role.ADMIN).get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void every_word_that_the_page_says_is_there_in_both_languages() {
    String words = module("words");
    Set<String> known = new TreeSet<>();
    Matcher entry =
        Pattern.compile(
                "^  (\\w+): \\['((?:[^'\\\\]|\\\\.)+)', '((?:[^'\\\\]|\\\\.)+)'\\],$",
                Pattern.MULTILINE)
            .matcher(words);
    while (entry.find()) {
      known.add(entry.group(1));
    }
    Set<String> said = new TreeSet<>();
    for (String module : MODULES) {
      collect(said, Pattern.compile("\\bt\\('(\\w+)'"), module(module));
    }
    collect(said, Pattern.compile("data-t=\"(\\w+)\""), as(Role.VIEWER).get("/").body());

    assertThat(said).hasSizeGreaterThan(50);
    assertThat(known).containsAll(said);
    Matcher lines = Pattern.compile("^  \\w+: \\[", Pattern.MULTILINE).matcher(words);
    assertThat(lines.results().count())
        .as("entries that are not in two languages")
        .isEqualTo(entry.reset().results().count());
  }

  @Test
  void nothing_is_ever_read_as_markup() {
    for (String module : MODULES) {
      assertThat(module(module))
          .as(module)
          .doesNotContain(
              "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(");
    }
    canteen.site(DemoSite.withNameOfSecondFridge(Text.same("<script>alert(1)</script>")));

    var answer = as(Role.VIEWER).get("/api/v1/devices");

    assertThat(answer.headers().firstValue("content-type")).contains("application/json");
    assertThat(json(answer, 200).path("items").get(1).path("name").path("zh").textValue())
        .isEqualTo("<script>alert(1)</script>");
    assertThat(as(Role.VIEWER).get("/").body()).doesNotContain("alert(1)");
  }

  @Test
  void has_no_script_or_style_within_the_markup() {
    for (String page : List.of(as(Role.VIEWER).get("/").body(), nobody().get("/login").body())) {
      assertThat(page).doesNotContainPattern("<script(?![^>]* src=)");
      assertThat(page).doesNotContain("<style", " style=", " onclick=", " onload=");
    }
  }

  private String module(String name) {
    return as(Role.VIEWER).get("/page/" + name + ".js").body();
  }

  private static void collect(Set<String> found, Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      String path = matcher.group(1);
      found.add(path.startsWith("./") ? "/page/" + path.substring(2) : path);
    }
  }
}
