package wuchang.console.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Callable;
import wuchang.console.access.Accounts;
import wuchang.console.access.Caller;
import wuchang.console.access.Permission;
import wuchang.console.access.Sessions;

/**
 * Finds out who asks, and lets through who may. A browser's session is known by its cookie, a
 * program by its bearer token. A change that comes with a cookie must prove that it comes from our
 * own page: by a word that other sites cannot read, and by its origin where the browser says it.
 */
final class Doorkeeper implements Handler<RoutingContext> {
  private static final String CALLER = "wuchang.caller";
  private static final String BEARER = "Bearer ";
  private static final String BASIC = "Basic ";

  /** Door controllers know no bearer tokens: here a password may be one. */
  private static final String INGEST = "/api/v1/ingest/";

  private final Accounts accounts;
  private final Sessions sessions;
  private final SessionCookie cookie;
  private final Origins origins;
  private final Workers workers;

  Doorkeeper(
      Accounts accounts,
      Sessions sessions,
      SessionCookie cookie,
      Origins origins,
      Workers workers) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.cookie = cookie;
    this.origins = origins;
    this.workers = workers;
  }

  /** Who makes the request; empty when they have not shown it. */
  static Optional<Caller> caller(RoutingContext ctx) {
    return Optional.ofNullable(ctx.get(CALLER));
  }

  static Caller known(RoutingContext ctx) {
    return caller(ctx).orElseThrow(Doorkeeper::signInFirst);
  }

  static HttpProblem signInFirst() {
    return HttpProblem.of(
        401, "sign_in", "sign in at /login, or send «Authorization: Bearer TOKEN»");
  }

  static HttpProblem notAllowed(String what) {
    return HttpProblem.of(403, "not_allowed", what);
  }

  /** Finds out who asks; the body is read later, so the request waits meanwhile. */
  @Override
  public void handle(RoutingContext ctx) {
    ctx.request().pause();
    identify(ctx)
        .onComplete(
            found -> {
              ctx.request().resume();
              if (found.failed()) {
                ctx.fail(found.cause());
              } else {
                found.result().ifPresent(caller -> ctx.put(CALLER, caller));
                ctx.next();
              }
            });
  }

  /** Lets through who has the permission. */
  Handler<RoutingContext> guard(Permission needed) {
    return ctx -> {
      Caller caller = known(ctx);
      if (!caller.may(needed)) {
        throw notAllowed(
            "this takes the role " + needed.weakest().word() + " or one that may as much");
      }
      if (!isReading(ctx)) {
        caller.cookie().ifPresent(session -> proveOwnPage(ctx, session));
      }
      ctx.next();
    };
  }

  private Future<Optional<Caller>> identify(RoutingContext ctx) {
    String header = ctx.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (header != null) {
      boolean ingest = ctx.request().path().startsWith(INGEST);
      return byToken(ingest ? asBearer(header) : header);
    }
    Optional<String> session = cookie.read(ctx);
    if (session.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    return look(() -> sessions.find(session.get()).map(account -> new Caller(account, session)));
  }

  private static String asBearer(String header) {
    if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return header;
    }
    try {
      byte[] pair = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
      String text = new String(pair, StandardCharsets.UTF_8);
      return BEARER + text.substring(text.indexOf(':') + 1);
    } catch (IllegalArgumentException noBase64) {
      return header;
    }
  }

  private Future<Optional<Caller>> byToken(String header) {
    if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return Future.failedFuture(signInFirst());
    }
    String token = header.substring(BEARER.length()).strip();
    return look(() -> accounts.byToken(token).map(account -> new Caller(account, Optional.empty())))
        .compose(
            caller ->
                caller.isPresent()
                    ? Future.succeededFuture(caller)
                    : Future.failedFuture(
                        HttpProblem.of(401, "sign_in", "the token is not known, or no more")));
  }

  private Future<Optional<Caller>> look(Callable<Optional<Caller>> work) {
    return workers.run(work);
  }

  private void proveOwnPage(RoutingContext ctx, String session) {
    String word = ctx.request().getHeader("X-CSRF-Token");
    if (word == null || !same(word, Sessions.csrf(session)) || !origins.isOwn(ctx)) {
      throw HttpProblem.of(
          403,
          "csrf",
          "a change by cookie needs the X-CSRF-Token of /api/v1/me and our own origin");
    }
  }

  static boolean isReading(RoutingContext ctx) {
    HttpMethod method = ctx.request().method();
    return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
  }

  private static boolean same(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }
}
