package wuchang.console.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import wuchang.console.access.Account;
import wuchang.console.access.Accounts;
import wuchang.console.access.Sessions;
import wuchang.console.access.SignInLinks;
import wuchang.domain.PersonId;

/** Coming in, with a password or a link. */
final class SignInEndpoints {
  private final Accounts accounts;
  private final Sessions sessions;
  private final SignInLinks links;
  private final SessionCookie cookie;
  private final Origins origins;
  private final SignInPage page;
  private final Workers hashing;
  private final Workers lookups;
  private final MeterRegistry metrics;
  private final Guesses guesses;

  SignInEndpoints(Rooms rooms, Assets assets) {
    this.accounts = rooms.parts().accounts();
    this.sessions = rooms.sessions();
    this.links = rooms.parts().links();
    this.cookie = rooms.cookie();
    this.origins = rooms.origins();
    this.page = new SignInPage(assets);
    this.hashing = rooms.hashing();
    this.lookups = rooms.lookups();
    this.metrics = rooms.parts().metrics();
    this.guesses = rooms.guesses();
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.open(
            HttpMethod.GET, "/login", ctx -> page.login(ctx, 200, SignInPage.Say.NOTHING)),
        Endpoint.open(HttpMethod.POST, "/login", this::login),
        Endpoint.open(HttpMethod.GET, "/sign-in", this::openLink),
        Endpoint.open(HttpMethod.POST, "/sign-in", this::useLink));
  }

  private Future<Void> login(RoutingContext ctx) {
    if (!origins.isOwn(ctx)) {
      throw Doorkeeper.notAllowed("sign in from our own page");
    }
    SignInForm form = SignInForm.of(ctx);
    Optional<Duration> wait = guesses.admit(form.name(), address(ctx));
    if (wait.isPresent()) {
      metrics.counter("wuchang_sign_ins", "outcome", "throttled").increment();
      return page.mustWait(ctx, wait.get());
    }
    return hashing
        .run(() -> accounts.authenticate(form.name(), form.password()))
        .compose(account -> account.isPresent() ? welcome(ctx, account.get(), form) : refuse(ctx));
  }

  private Future<Void> welcome(RoutingContext ctx, Account account, SignInForm form) {
    guesses.forget(form.name(), address(ctx));
    return begin(ctx, account.id(), form.next());
  }

  private Future<Void> refuse(RoutingContext ctx) {
    metrics.counter("wuchang_sign_ins", "outcome", "refused").increment();
    return page.login(ctx, 401, SignInPage.Say.WRONG);
  }

  /** A link for the terminal works by opening it; any other needs a button (or a script) to. */
  private Future<Void> openLink(RoutingContext ctx) {
    String token = ctx.queryParam("token").stream().findFirst().orElse("");
    Optional<SignInLinks.Kind> kind = links.kind(token);
    if (kind.isEmpty()) {
      return page.login(ctx, 401, SignInPage.Say.LINK_OVER);
    }
    return kind.get() == SignInLinks.Kind.TERMINAL ? redeem(ctx, token) : page.useLink(ctx, token);
  }

  private Future<Void> useLink(RoutingContext ctx) {
    if (!origins.isOwn(ctx)) {
      throw Doorkeeper.notAllowed("sign in from our own page");
    }
    return redeem(ctx, Optional.ofNullable(ctx.request().getFormAttribute("token")).orElse(""));
  }

  private Future<Void> redeem(RoutingContext ctx, String token) {
    Optional<PersonId> account = links.redeem(token);
    return account.isPresent()
        ? begin(ctx, account.get(), "/")
        : page.login(ctx, 401, SignInPage.Say.LINK_OVER);
  }

  private Future<Void> begin(RoutingContext ctx, PersonId account, String next) {
    return lookups
        .run(() -> sessions.begin(account))
        .compose(
            session -> {
              metrics.counter("wuchang_sign_ins", "outcome", "done").increment();
              cookie.set(ctx, session);
              boolean program = ctx.request().method().equals(HttpMethod.POST);
              return program && !Answers.wantsPage(ctx)
                  ? Answers.nothing(ctx)
                  : Answers.seeOther(ctx, next);
            });
  }

  private static String address(RoutingContext ctx) {
    return Addresses.client(ctx.request());
  }
}
