package wuchang.app.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @TempDir Path data;

  @Test
  void shows_an_alert_as_it_comes_and_lets_it_be_taken_on() throws Exception {
    Optional<String> chromium =
        BROWSERS.stream().filter(path -> Files.isExecutable(Path.of(path))).findFirst();
    assumeTrue(chromium.isPresent(), "no Chromium is installed: " + BROWSERS);
    var options =
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
    try (Whole whole = Whole.start(data);
        Playwright playwright = Playwright.create(options);
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(chromium.get()))
                        .setArgs(QUIET))) {
      Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(390, 844));
      PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
      page.navigate(whole.server().signInLink(Duration.ofMinutes(5)).toString());
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
