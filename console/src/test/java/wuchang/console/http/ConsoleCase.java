package wuchang.console.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import wuchang.console.fake.Alerts;
import wuchang.console.fake.Canteen;
import wuchang.console.fake.Client;
import wuchang.console.fake.DemoSite;
import wuchang.console.fake.SettableClock;
import wuchang.console.view.Json;
import wuchang.domain.AreaId;
import wuchang.domain.Severity;
import wuchang.domain.alert.Alert;
import wuchang.domain.site.Role;

/** A console that runs, and the words in which tests speak of it. */
abstract class ConsoleCase {
  static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  final SettableClock clock = new SettableClock(NOW);
  Canteen canteen;

  @BeforeEach
  void open(@TempDir Path directory) {
    canteen = new Canteen(directory, clock);
  }

  @AfterEach
  void close() {
    canteen.close();
  }

  Client nobody() {
    return Client.of(canteen.port());
  }

  Client as(Role role) {
    return nobody().bearer(canteen.token(role));
  }

  Alert open(String id, AreaId area) {
    return canteen.alerts().open(Alerts.open(id, Severity.MAJOR, area, clock.instant()));
  }

  Alert open(String id) {
    return open(id, DemoSite.COLD);
  }

  static JsonNode json(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return json(answer.body());
  }

  static JsonNode json(String text) {
    try {
      return Json.read(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  /** A problem document of that status and code. */
  static JsonNode problem(HttpResponse<String> answer, int status, String code) {
    JsonNode problem = json(answer, status);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(problem.path("status").intValue()).isEqualTo(status);
    assertThat(problem.path("code").textValue()).as(answer.body()).isEqualTo(code);
    assertThat(problem.path("title").textValue()).isNotBlank();
    assertThat(problem.path("detail").textValue()).isNotBlank();
    assertThat(problem.path("type").textValue()).isEqualTo("about:blank");
    return problem;
  }
}
