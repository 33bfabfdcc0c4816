package wuchang.console.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import wuchang.console.access.Accounts;
import wuchang.console.access.Caller;
import wuchang.console.access.Permission;
import wuchang.console.access.Sessions;
import wuchang.console.view.CallerView;
import wuchang.domain.PersonId;

/** Who one is, a password of one's own, and going out. */
final class MeEndpoints {
  private final Accounts accounts;
  private final Sessions sessions;
  private final SessionCookie cookie;
  private final Guesses guesses;
  private final Workers hashing;
  private final Workers lookups;

  MeEndpoints(Rooms rooms) {
    this.accounts = rooms.parts().accounts();
    this.sessions = rooms.sessions();
    this.cookie = rooms.cookie();
    this.guesses = rooms.guesses();
    this.hashing = rooms.hashing();
    this.lookups = rooms.lookups();
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/v1/me", Permission.READ, this::me),
        Endpoint.post("/api/v1/me/password", Permission.READ, this::changePassword),
        Endpoint.post("/logout", Permission.READ, this::logout));
  }

  private Future<Void> me(RoutingContext ctx) {
    return Answers.json(ctx, CallerView.of(Doorkeeper.known(ctx)));
  }

  private Future<Void> logout(RoutingContext ctx) {
    Caller caller = Doorkeeper.known(ctx);
    cookie.clear(ctx);
    return lookups
        .run(
            () -> {
              caller.cookie().ifPresent(sessions::end);
              return caller;
            })
        .compose(done -> Answers.nothing(ctx));
  }

  /** All sessions of the account end with the old password; this one goes on as a new one. */
  private Future<Void> changePassword(RoutingContext ctx) {
    Caller caller = Doorkeeper.known(ctx);
    Body body = Body.of(ctx);
    String current = body.secret("current");
    String wanted = body.secret("new");
    PersonId id = caller.account().id();
    String address = Addresses.client(ctx.request());
    guesses.admit(id.value(), address).map(HttpProblem::tooManyTries).ifPresent(MeEndpoints::fail);
    return hashing
        .run(() -> changed(id, current, wanted))
        .compose(
            session -> {
              guesses.forget(id.value(), address);
              caller.cookie().ifPresent(old -> cookie.set(ctx, session));
              return Answers.nothing(ctx);
            });
  }

  private String changed(PersonId id, String current, String wanted) {
    if (accounts.authenticate(id.value(), current).isEmpty()) {
      throw Doorkeeper.notAllowed("the current password is wrong");
    }
    accounts.passwd(id, wanted);
    return sessions.begin(id);
  }

  private static void fail(HttpProblem problem) {
    throw problem;
  }
}
