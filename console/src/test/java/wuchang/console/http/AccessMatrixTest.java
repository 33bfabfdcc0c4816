package wuchang.console.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import wuchang.console.access.NewAccount;
import wuchang.console.access.Permission;
import wuchang.console.fake.Canteen;
import wuchang.console.fake.Client;
import wuchang.console.fake.DemoSite;
import wuchang.domain.PersonId;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.site.Role;

/** Every route, asked by nobody and by every role, with a token. */
class AccessMatrixTest extends ConsoleCase {
  private static final List<Integer> SHUT = List.of(401, 403);

  @Test
  void nobody_comes_in_but_where_it_is_open() {
    SoftAssertions all = new SoftAssertions();
    for (Endpoint endpoint : canteen.endpoints()) {
      int status = ask(nobody(), endpoint, "fridge-1");
      if (endpoint.needs().isPresent()) {
        all.assertThat(status).as("%s", name(endpoint)).isEqualTo(401);
      } else if (endpoint.method().equals(HttpMethod.GET)
          && !endpoint.path().equals("/sign-in")
          && !endpoint.path().startsWith("/a/")) {
        all.assertThat(status).as("%s", name(endpoint)).isEqualTo(200);
      }
    }
    all.assertAll();
  }

  @Test
  void only_these_routes_are_open() {
    assertThat(canteen.endpoints())
        .filteredOn(endpoint -> endpoint.needs().isEmpty())
        .extracting(AccessMatrixTest::name)
        .containsExactlyInAnyOrder(
            "GET /login",
            "POST /login",
            "GET /sign-in",
            "POST /sign-in",
            "GET /a/{alert}/{channel}/{step}/{ticket}",
            "POST /a/{alert}/{channel}/{step}/{ticket}",
            "POST /a/{alert}/{channel}/{step}/{ticket}/opened",
            "GET /open/{file}",
            "GET /health/live",
            "GET /health/ready",
            "GET /metrics");
  }

  @Test
  void each_role_may_what_the_table_says_and_nothing_else() {
    SoftAssertions all = new SoftAssertions();
    for (Role role : Role.values()) {
      Client client = member(role);
      for (Endpoint endpoint : canteen.endpoints()) {
        if (endpoint.needs().isPresent()) {
          boolean may = endpoint.needs().get().isHeldBy(role);
          int status = ask(client, endpoint, "a-" + role.word());
          all.assertThat(SHUT.contains(status) ? "shut" : "open")
              .as("%s %s gave %d", role, name(endpoint), status)
              .isEqualTo(may ? "open" : "shut");
          all.assertThat(status).as("%s %s", role, name(endpoint)).isLessThan(500);
        }
      }
    }
    all.assertAll();
  }

  @Test
  void the_table_stands_as_agreed() {
    assertThat(Permission.of(Role.VIEWER))
        .containsExactly(Permission.READ, Permission.READ_SITE, Permission.RECORD);
    assertThat(Permission.of(Role.INSPECTOR)).isEqualTo(Permission.of(Role.VIEWER));
    assertThat(Permission.of(Role.CONTRACTOR))
        .containsExactly(Permission.READ, Permission.ACT, Permission.CLOSE, Permission.RECORD);
    assertThat(Permission.of(Role.OPERATION))
        .containsExactly(
            Permission.READ,
            Permission.READ_SITE,
            Permission.ACT,
            Permission.CLOSE,
            Permission.RECORD,
            Permission.INGEST);
    assertThat(Permission.of(Role.MANAGEMENT)).contains(Permission.OVERRIDE);
    assertThat(Permission.of(Role.DECISION)).isEqualTo(Permission.of(Role.MANAGEMENT));
    assertThat(Permission.of(Role.ADMIN)).containsExactly(Permission.values());
  }

  /** With a token, and an alert of its own in the area that a contractor may see. */
  private Client member(Role role) {
    PersonId id = PersonId.of(role.word());
    canteen
        .accounts()
        .add(new NewAccount(id, role, Set.of(DemoSite.COLD), Optional.empty()), Canteen.PASSWORD);
    var alert = open("a-" + role.word());
    canteen
        .alerts()
        .put(
            AlertStep.Kind.ACKNOWLEDGED,
            role.word(),
            "",
            wuchang.console.fake.Alerts.taken(alert, id, NOW, java.time.Duration.ofMinutes(30)));
    return as(role);
  }

  private static int ask(Client client, Endpoint endpoint, String alert) {
    String path =
        endpoint
            .path()
            .replace("{device}", "fridge-1")
            .replace("{kind}", "feedback")
            .replace("{alert}/{channel}/{step}/{ticket}", "a/b/c/d")
            .replace("{id}", endpoint.path().contains("devices") ? "fridge-1" : alert)
            .replace("{file}", endpoint.path().startsWith("/open") ? "style.css" : "app.js");
    if (endpoint.streams()) {
      var answer = client.open(path);
      try {
        answer.body().close();
      } catch (java.io.IOException e) {
        throw new IllegalStateException(e);
      }
      return answer.statusCode();
    }
    String body = endpoint.method().equals(HttpMethod.POST) ? "{\"note\":\"x\"}" : "";
    return client.send(endpoint.method().name(), path, body).statusCode();
  }

  private static String name(Endpoint endpoint) {
    return endpoint.method() + " " + endpoint.path();
  }
}
