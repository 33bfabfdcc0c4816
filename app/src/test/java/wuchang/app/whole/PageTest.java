package wuchang.app.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wuchang.domain.record.RecordKind;

/** What a supervisor sees on the phone, in a real browser on the real system. */
class PageTest {
  private static final List<String> BROWSERS =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run");

  /** A loaded machine is slow; on a quiet one the alert is there in half a second. */
  private static final double PATIENCE_MILLIS = 30_000;

  @TempDir static Path data;
  private static Whole whole;
  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void open() throws Exception {
    Optional<String> chromium =
        BROWSERS.stream().filter(path -> Files.isExecutable(Path.of(path))).findFirst();
    assumeTrue(chromium.isPresent(), "no Chromium is installed: " + BROWSERS);
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    whole = Whole.start(data);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(chromium.get()))
                    .setArgs(QUIET));
  }

  @AfterAll
  static void close() throws Exception {
    // What did not start is not there to be ended.
    if (playwright != null) {
      playwright.close();
    }
    if (whole != null) {
      whole.close();
    }
  }

  @Test
  void shows_an_alert_as_it_comes_and_lets_it_be_taken_on() throws Exception {
    try (Page page = signedIn(new Browser.NewContextOptions())) {
      Locator alert = page.getByText("强行开门").first();
      assertThat(alert).not().isVisible();

      whole.publish("wuchang/east/gate-1/event", "{\"event\":\"forced_open\"}");

      assertThat(alert).isVisible();
      assertThat(page.getByText("立即到场核查并登记").first()).isVisible();
      page.screenshot(shot("page-phone-alert.png"));
      takeOn(page);
      assertThat(page.getByText("在处理").first()).isVisible();
      page.screenshot(shot("page-phone-taken.png"));
      org.assertj.core.api.Assertions.assertThat(whole.get("/api/v1/alerts?rule=GAT-02"))
          .contains("\"state\":\"acknowledged\"")
          .contains("\"acknowledgedBy\":\"admin\"");
    }
  }

  @Test
  void a_repair_is_written_down_and_goes_on_step_by_step() throws Exception {
    try (Page page = signedIn(new Browser.NewContextOptions())) {
      form(page, "repair");
      page.locator("#repair-what").fill("门封条破损");
      page.locator("#repair-device").selectOption("fridge-1");
      page.screenshot(shot("page-phone-repair.png"));
      keep(page);
      Locator written = page.locator("li.tall").filter(with("门封条破损"));
      assertThat(written.locator(".chip")).hasText("已报修");

      written.locator("summary").click();
      page.screenshot(shot("page-phone-repair-next.png"));
      written.getByText("已派工").click();

      // The button that was pressed bears the same words; the mark comes with the answer.
      assertThat(page.locator("li.tall").filter(with("门封条破损")).locator(".chip")).hasText("已派工");
      org.assertj.core.api.Assertions.assertThat(whole.get("/api/v1/records/repair"))
          .contains("\"state\":\"dispatched\"");
    }
  }

  @Test
  void times_are_those_of_the_site_wherever_the_phone_is() throws Exception {
    var abroad = new Browser.NewContextOptions().setTimezoneId("America/New_York");
    try (Page page = signedIn(abroad)) {
      form(page, "visitor");
      page.locator("#visitor-host").selectOption(new SelectOption().setIndex(1));
      page.locator("#visitor-from").fill("2026-11-23T09:00");
      page.locator("#visitor-until").fill("2026-11-23T11:30");
      keep(page);

      org.assertj.core.api.Assertions.assertThat(whole.get("/api/v1/records/visitor"))
          .contains("\"from\":\"2026-11-23T01:00:00Z\"")
          .contains("\"until\":\"2026-11-23T03:30:00Z\"");
    }
  }

  @Test
  void every_form_can_be_drawn_in_both_languages() throws Exception {
    try (Page page = signedIn(new Browser.NewContextOptions())) {
      for (String language : List.of("zh", "en")) {
        page.evaluate("language => localStorage.setItem('wuchang.lang', language)", language);
        page.reload();
        for (RecordKind kind : RecordKind.values()) {
          form(page, kind.word());
        }
      }
    }
  }

  private static Page signedIn(Browser.NewContextOptions context) {
    Page page = browser.newContext(context.setViewportSize(390, 844)).newPage();
    page.navigate(whole.server().signInLink(Duration.ofMinutes(5)).toString());
    return page;
  }

  private static void form(Page page, String kind) {
    page.evaluate("kind => { location.hash = '#record/' + kind; }", kind);
    assertThat(page.locator("[id^='" + kind + "-']").first()).isVisible();
  }

  private static void keep(Page page) {
    page.locator(".record-form button[type=submit]").click();
    assertThat(page.locator(".record-form [role=status]").first()).containsText("已保存");
  }

  private static Locator.FilterOptions with(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  /** Two taps: take it, and how long it will be. */
  private static void takeOn(Page page) throws Exception {
    page.getByText("我来处理").first().click();
    page.screenshot(shot("page-phone-take.png"));
    page.locator("button.huge")
        .filter(new Locator.FilterOptions().setHasText(Pattern.compile("15")))
        .click();
  }

  private static Page.ScreenshotOptions shot(String name) throws Exception {
    Path directory = Files.createDirectories(Path.of("target", "screenshots"));
    return new Page.ScreenshotOptions().setPath(directory.resolve(name));
  }
}
