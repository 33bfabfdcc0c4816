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
import java.util.function.Predicate;
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
  private static final String MEASURES = "wuchang.measures";
  private static final String METRICS = "/metrics";
  private static final String BEARER = "Bearer ";
  private static final String BASIC = "Basic ";

  /** Door controllers know no bearer tokens: here a password may be one. */
  private static final String INGEST = "/api/v1/ingest/";

  private final Accounts accounts;
  private final Sessions sessions;
  private final SessionCookie cookie;
  private final Origins origins;
  private final Workers workers;
  private final Predicate<String> metricsToken;

  Doorkeeper(
      Accounts accounts,
      Sessions sessions,
      SessionCookie cookie,
      Origins origins,
      Workers workers,
      Predicate<String> metricsToken) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.cookie = cookie;
    this.origins = origins;
    this.workers = workers;
    this.metricsToken = metricsToken;
  }

  /** Who makes the request; empty when they have not shown it. */
  static Optional<Caller> caller(RoutingContext ctx) {
    return Optional.ofNullable(ctx.get(CALLER));
  }

  static Caller known(RoutingContext ctx) {
    return caller(ctx).orElseThrow(Doorkeeper::signInFirst);
  }

  /** Lets through who reads the metrics by the token that is for nothing else. */
  static void mayMeasure(RoutingContext ctx) {
    if (ctx.get(MEASURES) == null) {
      known(ctx);
    }
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
      if (METRICS.equals(ctx.request().path()) && bearer(header).filter(metricsToken).isPresent()) {
        ctx.put(MEASURES, true);
        return Future.succeededFuture(Optional.empty());
      }
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
    Optional<String> token = bearer(header);
    if (token.isEmpty()) {
      return Future.failedFuture(signInFirst());
    }
    return look(() ->
            accounts.byToken(token.get()).map(account -> new Caller(account, Optional.empty())))
        .compose(
            caller ->
                caller.isPresent()
                    ? Future.succeededFuture(caller)
                    : Future.failedFuture(
                        HttpProblem.of(401, "sign_in", "the token is not known, or no more")));
  }

  private static Optional<String> bearer(String header) {
    return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? Optional.of(header.substring(BEARER.length()).strip())
        : Optional.empty();
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
