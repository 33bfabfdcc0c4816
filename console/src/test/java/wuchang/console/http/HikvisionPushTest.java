package wuchang.console.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import wuchang.domain.site.Role;

class HikvisionPushTest extends ConsoleCase {
  private static final String PATH = "/api/v1/ingest/hikvision";

  @Test
  void hands_the_body_over_as_it_comes() {
    String parts =
        "--b\r\nContent-Disposition: form-data; name=\"event_log\"\r\n"
            + "Content-Type: application/json\r\n\r\n{\"eventType\":\"heartBeat\"}\r\n--b--\r\n";
    var answer =
        as(Role.OPERATION)
            .with("Content-Type", "multipart/form-data; boundary=b")
            .post(PATH, parts);

    assertThat(json(answer, 202).path("accepted").intValue()).isEqualTo(1);
    assertThat(canteen.intake().taken())
        .extracting(s -> s.topic() + " " + new String(s.payload(), UTF_8))
        .containsExactly("wuchang/$http/hikvision " + parts);
  }

  @Test
  void keeps_the_event_and_not_the_pictures_behind_it() {
    as(Role.OPERATION).post(PATH, "{}" + " ".repeat(500_000));
    assertThat(canteen.intake().taken().get(0).payload()).hasSize(192 * 1024);
    problem(as(Role.OPERATION).post(PATH, "x".repeat(1024 * 1024 + 1)), 413, "too_large");
  }

  @Test
  void a_controller_may_send_its_token_as_a_password() {
    String token = canteen.token(Role.OPERATION);
    String pair = Base64.getEncoder().encodeToString(("gate:" + token).getBytes(UTF_8));
    var basic = nobody().with("Authorization", "Basic " + pair);
    assertThat(basic.post(PATH, "{}").statusCode()).isEqualTo(202);
    assertThat(basic.get("/api/v1/me").statusCode()).as("only here").isEqualTo(401);
    String wrong = Base64.getEncoder().encodeToString("gate:no".getBytes(UTF_8));
    assertThat(nobody().with("Authorization", "Basic " + wrong).post(PATH, "{}").statusCode())
        .isEqualTo(401);
    assertThat(nobody().with("Authorization", "Basic %").post(PATH, "{}").statusCode())
        .isEqualTo(401);
  }

  @Test
  void who_may_only_look_may_not_push() {
    assertThat(as(Role.VIEWER).post(PATH, "{}").statusCode()).isEqualTo(403);
  }
}
