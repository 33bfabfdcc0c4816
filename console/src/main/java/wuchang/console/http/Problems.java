package wuchang.console.http;

import io.vertx.core.Handler;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wuchang.console.access.AccountRefused;
import wuchang.console.view.Json;
import wuchang.domain.journal.History;

/** The one place where failures become answers; what is our fault is logged here, once. */
final class Problems implements Handler<RoutingContext> {
  static final String CONTENT_TYPE = "application/problem+json";

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final List<Integer> STATUSES =
      List.of(400, 401, 403, 404, 405, 413, 415, 500, 503);

  private final SignInPage page;

  Problems(SignInPage page) {
    this.page = page;
  }

  /** Makes every failure of the router a problem document. */
  void guard(Router router) {
    router.route().failureHandler(this);
    STATUSES.forEach(status -> router.errorHandler(status, this));
  }

  @Override
  public void handle(RoutingContext ctx) {
    HttpProblem problem = problem(ctx);
    if (ctx.response().ended() || ctx.response().closed()) {
      return;
    }
    if (ctx.response().headWritten()) {
      ctx.response().reset();
      return;
    }
    if (problem.status() == 401 && Doorkeeper.isReading(ctx) && Answers.wantsPage(ctx)) {
      page.login(ctx, 401, SignInPage.Say.NOTHING);
      return;
    }
    if (problem.status() == 401) {
      ctx.response().putHeader("WWW-Authenticate", "Bearer realm=\"wuchang\"");
    }
    Map<String, Object> document = problem.document();
    Object wait = document.getOrDefault("retryAfter", problem.status() == 503 ? 5 : null);
    if (wait != null) {
      ctx.response().putHeader("Retry-After", wait.toString());
    }
    Answers.send(ctx, problem.status(), CONTENT_TYPE, Json.write(document));
  }

  private static HttpProblem problem(RoutingContext ctx) {
    Throwable failure = ctx.failure();
    if (failure instanceof HttpProblem problem) {
      return problem;
    } else if (failure instanceof History.StoreUnavailable) {
      return HttpProblem.of(503, "store_unavailable", "the database is away; alerts go on");
    } else if (failure instanceof ReplyException reply) {
      return unanswered(ctx, reply);
    } else if (failure instanceof AccountRefused) {
      return HttpProblem.of(400, "refused", failure.getMessage());
    } else if (failure == null || ctx.statusCode() != 500 && ctx.statusCode() > 0) {
      return plain(ctx);
    }
    if (ctx.response().closed()) {
      LOG.debug("event=caller_gone path={}", ctx.normalizedPath());
      return HttpProblem.of(500, "failed", "nobody waits for the answer");
    }
    LOG.error(
        "event=request_failed method={} path={}",
        ctx.request().method(),
        ctx.normalizedPath(),
        failure);
    return HttpProblem.of(500, "failed", "the server failed; its log says why");
  }

  private static HttpProblem unanswered(RoutingContext ctx, ReplyException reply) {
    LOG.warn(
        "event=request_unanswered path={} why=\"{}\"", ctx.normalizedPath(), reply.getMessage());
    return HttpProblem.of(503, "busy", "a part of the system does not answer; try again");
  }

  private static HttpProblem plain(RoutingContext ctx) {
    // Paths and methods are nobody's business who has not shown who they are.
    boolean hidden = ctx.statusCode() == 404 || ctx.statusCode() == 405;
    if (hidden && Doorkeeper.caller(ctx).isEmpty()) {
      return Doorkeeper.signInFirst();
    }
    String path = ctx.normalizedPath();
    return switch (ctx.statusCode()) {
      case 404 -> HttpProblem.unknown("resource", path);
      case 405 -> HttpProblem.of(405, "method", ctx.request().method() + " is not for " + path);
      case 413 -> HttpProblem.of(413, "too_large", "the body is longer than is taken here");
      case 503 -> HttpProblem.of(503, "busy", "it took too long; try again");
      case 500, -1 -> HttpProblem.of(500, "failed", "the server failed; its log says why");
      default -> HttpProblem.of(ctx.statusCode(), "refused", "the request cannot be read");
    };
  }
}
